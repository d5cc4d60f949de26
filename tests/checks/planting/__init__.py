"""A generator of errors: a good pair goes in, the same pair with one known error in it comes out.

Its word lists are its own, and short: what checks are measured with must not know what they know.
"""
