"""Good Hindi news with its English, written for the tests: no check may be sure of an error in it."""

STORIES: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        (
            "बाढ़ से असम के 14 ज़िले प्रभावित, राहत शिविरों में 35,000 लोग",
            "Floods hit 14 districts of Assam, 35,000 people in relief camps",
        ),
        (
            "असम में लगातार बारिश के बाद ब्रह्मपुत्र का जलस्तर ख़तरे के निशान से ऊपर पहुँच गया है।",
            "After continuous rain in Assam, the level of the Brahmaputra has risen above the danger mark.",
        ),
        (
            "राज्य के 14 ज़िलों में क़रीब 2 लाख लोग बाढ़ से प्रभावित हैं।",
            "About 200,000 people in 14 districts of the state are affected by the floods.",
        ),
        (
            "अधिकारियों ने बताया कि 35,000 लोगों ने 120 राहत शिविरों में शरण ली है।",
            "Officials said that 35,000 people have taken shelter in 120 relief camps.",
        ),
        (
            "मौसम विभाग के अनुसार अगले दो दिन तक भारी बारिश हो सकती है।",
            "According to the weather department, there may be heavy rain for the next two days.",
        ),
        (
            "“हमने कई बार बाढ़ देखी है, लेकिन ऐसी तबाही पहली बार देखी,” एक किसान ने कहा।",
            "“We have seen floods many times, but such destruction for the first time,” a farmer said.",
        ),
    ),
    (
        (
            "रिज़र्व बैंक ने रेपो दर में 0.25 प्रतिशत अंक की कटौती की",
            "Reserve Bank cuts repo rate by 0.25 percentage points",
        ),
        (
            "भारतीय रिज़र्व बैंक ने बुधवार को रेपो दर 6.50 प्रतिशत से घटाकर 6.25 प्रतिशत कर दी।",
            "The Reserve Bank of India on Wednesday cut the repo rate from 6.50 percent to 6.25 percent.",
        ),
        (
            "लगभग पाँच साल में यह पहली कटौती है।",
            "It is the first cut in nearly five years.",
        ),
        (
            "बैंक के गवर्नर ने कहा कि महँगाई में कमी आई है, पर वैश्विक जोखिम अब भी बने हुए हैं।",
            "The bank's governor said that inflation has come down, but global risks still remain.",
        ),
        (
            "सेंसेक्स 480 अंक चढ़कर बंद हुआ, जबकि रुपया डॉलर के मुक़ाबले कमज़ोर हुआ।",
            "The Sensex closed 480 points higher, while the rupee weakened against the dollar.",
        ),
    ),
    (
        (
            "अदालत ने पूर्व मंत्री की ज़मानत याचिका ख़ारिज की",
            "Court rejects former minister's bail plea",
        ),
        (
            "दिल्ली की एक अदालत ने कथित भूमि घोटाले में पूर्व मंत्री की ज़मानत याचिका ख़ारिज कर दी है।",
            "A Delhi court has rejected the bail plea of a former minister in an alleged land scam.",
        ),
        (
            "उन पर आरोप है कि उन्होंने 40 करोड़ रुपये की सरकारी ज़मीन अपने रिश्तेदारों को दी।",
            "He is accused of giving government land worth 400 million rupees to his relatives.",
        ),
        (
            "पूर्व मंत्री ने सभी आरोपों से इनकार किया है।",
            "The former minister has denied all the charges.",
        ),
        (
            "उनके वकील ने कहा, “हम इस फ़ैसले को उच्च न्यायालय में चुनौती देंगे।”",
            "His lawyer said, “We will challenge this decision in the high court.”",
        ),
        (
            "मामले की अगली सुनवाई 18 अक्टूबर को होगी।",
            "The next hearing in the case will be on October 18.",
        ),
    ),
    (
        (
            "यूक्रेन ने रूस के साथ बातचीत की शर्तें रखीं",
            "Ukraine sets terms for talks with Russia",
        ),
        (
            "यूक्रेन के राष्ट्रपति वोलोदिमीर ज़ेलेंस्की ने कहा कि रूस के साथ बातचीत तभी होगी जब युद्धविराम लागू होगा।",
            "Ukrainian President Volodymyr Zelenskyy said talks with Russia "
            "will take place only when a ceasefire is in force.",
        ),
        (
            "मॉस्को ने अभी तक इस बयान पर कोई प्रतिक्रिया नहीं दी है।",
            "Moscow has not yet reacted to this statement.",
        ),
        (
            "नाटो के महासचिव ने ब्रसेल्स में कहा कि गठबंधन यूक्रेन की मदद जारी रखेगा।",
            "NATO's secretary general said in Brussels that the alliance will continue to help Ukraine.",
        ),
        (
            "अमेरिका ने 50 करोड़ डॉलर की अतिरिक्त सैन्य सहायता की घोषणा की है।",
            "The United States has announced an additional $500 million in military aid.",
        ),
        (
            "संयुक्त राष्ट्र के अनुसार युद्ध शुरू होने के बाद से 60 लाख से अधिक लोग देश छोड़ चुके हैं।",
            "According to the United Nations, more than six million "
            "people have left the country since the war began.",
        ),
    ),
    (
        (
            "भारत ने ऑस्ट्रेलिया को 47 रन से हराया",
            "India beat Australia by 47 runs",
        ),
        (
            "भारत ने मेलबर्न में खेले गए दूसरे एकदिवसीय मैच में ऑस्ट्रेलिया को 47 रन से हराकर सीरीज़ बराबर कर ली।",
            "India beat Australia by 47 runs in the second one-day "
            "match played in Melbourne to level the series.",
        ),
        (
            "भारतीय टीम ने 50 ओवर में 7 विकेट पर 289 रन बनाए।",
            "The Indian team made 289 runs for 7 wickets in 50 overs.",
        ),
        (
            "जवाब में ऑस्ट्रेलिया की पूरी टीम 242 रन पर सिमट गई।",
            "In reply, the entire Australian team was all out for 242 runs.",
        ),
        (
            "कप्तान ने मैच के बाद कहा कि गेंदबाज़ों ने दबाव में शानदार प्रदर्शन किया।",
            "After the match the captain said that the bowlers performed brilliantly under pressure.",
        ),
        (
            "तीसरा और आख़िरी मैच रविवार को सिडनी में खेला जाएगा।",
            "The third and final match will be played in Sydney on Sunday.",
        ),
    ),
    (
        (
            "वैज्ञानिकों ने खोजा पृथ्वी जैसा ग्रह",
            "Scientists discover Earth-like planet",
        ),
        (
            "खगोलविदों ने 40 प्रकाश वर्ष दूर एक ऐसे ग्रह की खोज की है जिसका आकार पृथ्वी के लगभग बराबर है।",
            "Astronomers have discovered a planet 40 light years away "
            "whose size is almost equal to that of the Earth.",
        ),
        (
            "यह ग्रह अपने तारे का एक चक्कर केवल 13 दिन में पूरा करता है।",
            "The planet completes one orbit of its star in only 13 days.",
        ),
        (
            "शोधकर्ताओं का मानना है कि वहाँ पानी हो सकता है, हालाँकि इसका कोई प्रमाण अभी नहीं मिला है।",
            "Researchers believe there may be water there, although no evidence of it has been found yet.",
        ),
        (
            "यह अध्ययन मंगलवार को एक विज्ञान पत्रिका में प्रकाशित हुआ।",
            "The study was published in a science journal on Tuesday.",
        ),
    ),
    (
        (
            "किसानों ने दिल्ली की सीमा पर धरना समाप्त किया",
            "Farmers end sit-in at Delhi border",
        ),
        (
            "सरकार के साथ समझौते के बाद किसान संगठनों ने दिल्ली की सीमा पर अपना धरना समाप्त करने की घोषणा की।",
            "After an agreement with the government, farmers' organisations "
            "announced the end of their sit-in at the Delhi border.",
        ),
        (
            "किसान नेता ने कहा कि सरकार ने उनकी अधिकांश माँगें मान ली हैं।",
            "The farmers' leader said that the government has accepted most of their demands.",
        ),
        (
            "दोनों पक्षों के बीच तीन दौर की बातचीत हुई थी।",
            "There had been three rounds of talks between the two sides.",
        ),
        (
            "कृषि मंत्री ने इसे किसानों की जीत बताया और कहा कि नई समिति में उनके प्रतिनिधि भी होंगे।",
            "The agriculture minister called it a victory for the farmers and said "
            "that the new committee will include their representatives.",
        ),
        (
            "पुलिस ने बताया कि शुक्रवार सुबह 10 बजे तक सड़क खोल दी जाएगी।",
            "Police said that the road will be opened by 10 a.m. on Friday.",
        ),
    ),
    (
        (
            "अस्पताल में आग लगने से छह मरीज़ों की मौत",
            "Six patients die in hospital fire",
        ),
        (
            "महाराष्ट्र के एक निजी अस्पताल में मंगलवार देर रात आग लगने से छह मरीज़ों की मौत हो गई और 20 घायल हो गए।",
            "Six patients died and 20 were injured when a fire broke out in a "
            "private hospital in Maharashtra late on Tuesday night.",
        ),
        (
            "दमकल की आठ गाड़ियों ने तीन घंटे में आग पर क़ाबू पाया।",
            "Eight fire engines brought the fire under control in three hours.",
        ),
        (
            "शुरुआती जाँच के मुताबिक़ आग शॉर्ट सर्किट की वजह से लगी।",
            "According to the initial investigation, the fire was caused by a short circuit.",
        ),
        (
            "मुख्यमंत्री ने मृतकों के परिजनों को 5 लाख रुपये की सहायता देने की घोषणा की है।",
            "The chief minister has announced assistance of 500,000 rupees to the families of the dead.",
        ),
        (
            "क्या अस्पताल के पास अग्निशमन विभाग का प्रमाणपत्र था?",
            "Did the hospital have a certificate from the fire department?",
        ),
    ),
    (
        (
            "गूगल पर यूरोप में 2.4 अरब यूरो का जुर्माना बरक़रार",
            "Google's 2.4 billion euro fine upheld in Europe",
        ),
        (
            "यूरोपीय संघ की सर्वोच्च अदालत ने गूगल पर लगाए गए 2.4 अरब यूरो के जुर्माने को बरक़रार रखा है।",
            "The European Union's top court has upheld a fine of 2.4 billion euros imposed on Google.",
        ),
        (
            "कंपनी ने कहा कि वह इस फ़ैसले से निराश है।",
            "The company said that it is disappointed with the decision.",
        ),
        (
            "आयोग ने 2017 में आरोप लगाया था कि कंपनी अपनी सेवाओं को अनुचित तरीक़े से बढ़ावा दे रही है।",
            "The commission had alleged in 2017 that the company was promoting its own services unfairly.",
        ),
        (
            "पिछले एक दशक में यूरोप ने कंपनी पर कुल मिलाकर 8 अरब यूरो से ज़्यादा का जुर्माना लगाया है।",
            "Over the past decade, Europe has imposed fines of more "
            "than 8 billion euros in total on the company.",
        ),
    ),
    (
        (
            "दक्षिण कोरिया में राष्ट्रपति चुनाव के लिए मतदान",
            "South Korea votes in presidential election",
        ),
        (
            "दक्षिण कोरिया में नए राष्ट्रपति के चुनाव के लिए सोमवार सुबह मतदान शुरू हुआ।",
            "Voting began in South Korea on Monday morning to elect a new president.",
        ),
        (
            "सर्वेक्षणों में किसी भी उम्मीदवार को स्पष्ट बढ़त नहीं मिली है।",
            "No candidate has a clear lead in the polls.",
        ),
        (
            "चुनाव आयोग ने बताया कि दोपहर तक 38 प्रतिशत मतदाता वोट डाल चुके थे।",
            "The election commission said that 38 percent of voters had cast their ballots by noon.",
        ),
        (
            "नतीजे मंगलवार सुबह तक आने की उम्मीद है।",
            "Results are expected by Tuesday morning.",
        ),
        (
            "उत्तर कोरिया के साथ संबंध इस चुनाव का बड़ा मुद्दा रहे।",
            "Relations with North Korea were a major issue in this election.",
        ),
    ),
    (
        (
            "पर्यटकों के लिए फिर खुला ताजमहल का रात्रि दर्शन",
            "Night viewing of the Taj Mahal reopens for tourists",
        ),
        (
            "आगरा में ताजमहल के रात्रि दर्शन की सुविधा छह महीने बाद फिर शुरू हो गई है।",
            "The night viewing of the Taj Mahal in Agra has resumed after six months.",
        ),
        (
            "हर रात अधिकतम 400 लोग आधे-आधे घंटे के समूहों में स्मारक देख सकेंगे।",
            "Each night at most 400 people will be able to see the monument in groups of half an hour each.",
        ),
        (
            "टिकट की क़ीमत भारतीय पर्यटकों के लिए 510 रुपये और विदेशी पर्यटकों के लिए 750 रुपये है।",
            "The ticket costs 510 rupees for Indian tourists and 750 rupees for foreign tourists.",
        ),
        (
            "पर्यटक रात साढ़े आठ बजे से साढ़े बारह बजे के बीच आ सकते हैं।",
            "Tourists can come between 8:30 p.m. and 12:30 a.m.",
        ),
    ),
    (
        (
            "डेढ़ करोड़ बच्चों को पोलियो की ख़ुराक दी जाएगी",
            "15 million children to be given polio drops",
        ),
        (
            "स्वास्थ्य मंत्रालय ने कहा है कि रविवार को देश भर में पाँच साल से कम "
            "उम्र के डेढ़ करोड़ बच्चों को पोलियो की ख़ुराक दी जाएगी।",
            "The health ministry has said that 15 million children under the age of "
            "five will be given polio drops across the country on Sunday.",
        ),
        (
            "इस अभियान में ढाई लाख स्वास्थ्यकर्मी हिस्सा लेंगे।",
            "250,000 health workers will take part in the campaign.",
        ),
        (
            "1990 के दशक में देश में हर साल हज़ारों बच्चे पोलियो का शिकार होते थे।",
            "In the 1990s, thousands of children in the country fell victim to polio every year.",
        ),
        (
            "विश्व स्वास्थ्य संगठन ने 27 मार्च 2014 को भारत को पोलियो मुक्त घोषित किया था।",
            "The World Health Organization had declared India polio-free on March 27, 2014.",
        ),
        (
            "विशेषज्ञों ने चेतावनी दी है कि टीकाकरण में लापरवाही नहीं होनी चाहिए।",
            "Experts have warned that there should be no negligence in vaccination.",
        ),
    ),
)
