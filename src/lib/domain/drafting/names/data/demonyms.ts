import { wordsOf } from './lists.ts';

/** Adjectives of peoples, countries, faiths and parts of the world; with an "s" they are the people. */
export const DEMONYMS = wordsOf(`
Afghan African Albanian Algerian American Andalusian Anglican Angolan Arab Arabian Arabic Argentine Argentinian
Armenian Asian Assyrian Athenian Australian Austrian Azerbaijani Aztec Babylonian Bahraini Balinese Bangladeshi
Basque Bavarian Belarusian Belgian Bengali Berliner Bolivian Bosnian Botswanan Brazilian Breton British Buddhist
Bulgarian Burmese Burundian Byzantine Californian Cambodian Cameroonian Canadian Caribbean Catalan Catholic Caucasian
Celtic Chadian Chechen Chilean Chinese Christian Colombian Congolese Cornish Corsican Croat Croatian Cuban Cypriot
Czech Czechoslovak Danish Dominican Dutch Ecuadorean Ecuadorian Egyptian Emirati English Eritrean Estonian Ethiopian
European Fijian Filipino Finnish Flemish Frankish French Gallic Gambian Gazan Georgian German Ghanaian Greek Guatemalan
Guinean Haitian Hawaiian Hebrew Hindu Hispanic Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish
Islamic Islamist Israeli Italian Ivorian Jamaican Japanese Javanese Jewish Jordanian Kashmiri Kazakh Kenyan Korean
Kosovar Kurdish Kuwaiti Kyrgyz Laotian Latin Latino Latvian Lebanese Liberian Libyan Lithuanian Londoner Lutheran
Macedonian Malagasy Malawian Malay Malaysian Malian Maltese Manchu Maori Mauritanian Mayan Mediterranean Methodist
Mexican Moldovan Mongol Mongolian Montenegrin Moroccan Mozambican Muslim Namibian Nepalese Nepali Nicaraguan Nigerian
Norman Norse Norwegian Omani Ottoman Pakistani Palestinian Panamanian Paraguayan Parisian Persian Peruvian Polish
Polynesian Portuguese Presbyterian Prussian Protestant Punjabi Qatari Roman Romanian Russian Rwandan Salvadoran
Samoan Saudi Saxon Scandinavian Scottish Senegalese Serb Serbian Shia Shiite Shi'ite Siberian Sicilian Sikh Singaporean
Slavic Slovak Slovakian Slovenian Somali Soviet Spanish Sudanese Sunni Swedish Swiss Syrian Taiwanese Tajik Tamil
Tanzanian Tatar Texan Thai Tibetan Tunisian Turkish Turkmen Ugandan Uighur Ukrainian Uruguayan Uyghur Uzbek Venetian
Venezuelan Victorian Vietnamese Viking Welsh Yemeni Yugoslav Zambian Zimbabwean Zulu
`);

/** Words for a people that are not an adjective with an "s": "Scots". */
export const PEOPLES = wordsOf(
	'Britons Brits Danes Dutchmen Englishmen Finns Frenchmen Irishmen Jews Kurds Normans Poles Scots Spaniards Swedes Turks Welshmen Filipinos Argentines Romans Franks Huns Goths Vandals Aborigines Inuit Taliban'
);
