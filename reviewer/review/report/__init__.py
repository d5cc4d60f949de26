"""What a score report says: each section put together from a review, and the whole report."""
