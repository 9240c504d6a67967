import { listed } from './lists.ts';

/** Continents, seas, mountains and the larger parts of countries. */
export const REGIONS = listed(`
Africa, Asia, Europe, North America, South America, Latin America, Central America, Antarctica, Oceania, Australasia
Middle East, Far East, Near East, Eurasia, Scandinavia, Balkans, Caucasus, Caribbean, Central Asia, South Asia
Southeast Asia, East Asia, West Africa, East Africa, North Africa, Southern Africa, Sub-Saharan Africa, Sahel, Sahara
Horn of Africa, Western Europe, Eastern Europe, Central Europe, Iberia, Benelux, Levant, Mesopotamia, Maghreb
Atlantic, Pacific, Atlantic Ocean, Pacific Ocean, Indian Ocean, Arctic, Arctic Ocean, Mediterranean, Mediterranean Sea
Black Sea, Red Sea, Baltic, Baltic Sea, North Sea, Caspian Sea, Dead Sea, English Channel, Persian Gulf, Gulf of Mexico
South China Sea, Bay of Bengal, Arabian Sea, Amazon, Nile, Danube, Rhine, Thames, Seine, Mississippi, Ganges, Yangtze
Euphrates, Tigris, Volga, Alps, Andes, Himalayas, Rocky Mountains, Rockies, Pyrenees, Everest, Mount Everest
Earth, Moon, Mars, Venus, Jupiter, Saturn, Mercury, Neptune, Uranus, Pluto, Titan
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois
Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Missouri, Montana
Nebraska, Nevada, New England, New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota, Ohio, Oklahoma
Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia
West Virginia, Wisconsin, Wyoming, Midwest, Guam, Southern California, Northern California, Long Island, Manhattan
Brooklyn, Queens, The Bronx, Bronx, Staten Island, Silicon Valley, Capitol Hill, Wall Street, White House
Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Nova Scotia, Ontario, Quebec, Saskatchewan, Yukon
New South Wales, Queensland, South Australia, Tasmania, Western Australia, Northern Territory, Gold Coast
North Island, South Island, Waikato, Otago
Bavaria, Saxony, Hesse, Westphalia, Rhineland, Tyrol, Brittany, Normandy, Provence, Burgundy, Alsace, Lorraine
Corsica, Catalonia, Andalusia, Basque Country, Galicia, Castile, Aragon, Navarre, Lombardy, Tuscany, Piedmont
Sicily, Sardinia, Crete, Flanders, Wallonia, Silesia, Bohemia, Moravia, Transylvania, Crimea, Donbas, Siberia
Chechnya, Dagestan, Abkhazia, South Ossetia, Nagorno-Karabakh, Kurdistan, Anatolia, Thrace, Peloponnese
Cornwall, Devon, Dorset, Kent, Sussex, Surrey, Essex, Norfolk, Suffolk, Yorkshire, Lancashire, Cumbria, Durham
Northumberland, Lincolnshire, Nottinghamshire, Derbyshire, Staffordshire, Shropshire, Cheshire, Oxfordshire
Berkshire, Hampshire, Wiltshire, Somerset, Gloucestershire, Hertfordshire, Bedfordshire, Buckinghamshire
Cambridgeshire, Warwickshire, Worcestershire, Leicestershire, Northamptonshire, Merseyside, Tyneside, Midlands
West Midlands, Isle of Wight, Isle of Man, Jersey, Guernsey, Fife, Orkney, Shetland, Hebrides, Highlands, Ulster
Munster, Leinster, Connacht, Antrim, Donegal, Galway, Kerry, Snowdonia, Anglesey
Punjab, Sindh, Balochistan, Khyber Pakhtunkhwa, Waziristan, Kashmir, Gujarat, Rajasthan, Maharashtra, Kerala
Karnataka, Tamil Nadu, Andhra Pradesh, Uttar Pradesh, Madhya Pradesh, Bihar, West Bengal, Bengal, Assam, Orissa, Odisha
Goa, Haryana, Jharkhand, Telangana, Helmand, Kunduz, Xinjiang, Guangdong, Sichuan, Yunnan, Hunan, Hubei, Henan
Shandong, Zhejiang, Jiangsu, Fujian, Inner Mongolia, Manchuria, Hokkaido, Honshu, Kyushu, Okinawa, Fukushima
Java, Sumatra, Borneo, Bali, Sulawesi, Papua, Aceh, Luzon, Mindanao, Sabah, Sarawak
Gaza, Gaza Strip, West Bank, Golan Heights, Sinai, Galilee, Judea, Idlib, Deir ez-Zor, Anbar, Hasakah
Darfur, Kordofan, Tigray, Oromia, Biafra, Kivu, North Kivu, Katanga, Kwazulu-Natal, Gauteng, Natal, Western Cape
Eastern Cape, Borno, Cabinda, Zanzibar, Puntland, Patagonia, Chiapas, Sinaloa, Oaxaca, Yucatán, Yucatan, Jalisco, Chihuahua
`);
