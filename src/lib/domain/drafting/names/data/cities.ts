import { listed } from './lists.ts';

/** Larger and often reported cities and towns. */
export const CITIES = listed(`
London, Birmingham, Manchester, Liverpool, Leeds, Sheffield, Bristol, Newcastle, Nottingham, Leicester, Coventry
Bradford, Hull, Plymouth, Southampton, Portsmouth, Brighton, Oxford, Cambridge, Norwich, Exeter, Bath, Salisbury
Canterbury, Winchester, Blackpool, Bolton, Stoke, Wolverhampton, Derby, Reading, Luton, Swindon, Ipswich, Sunderland
Middlesbrough, Wigan, Preston, Huddersfield, Grimsby, Doncaster, Rotherham, Westminster, Heathrow, Gatwick, Wimbledon
Stratford, Greenwich, Edinburgh, Glasgow, Aberdeen, Dundee, Inverness, Cardiff, Swansea, Newport, Belfast
Londonderry, Dublin, Cork, Limerick, Waterford
Paris, Marseille, Lyon, Toulouse, Nice, Nantes, Strasbourg, Bordeaux, Lille, Cannes, Calais, Rouen, Grenoble, Versailles
Berlin, Hamburg, Munich, Cologne, Frankfurt, Stuttgart, Düsseldorf, Dusseldorf, Leipzig, Dresden, Hanover, Nuremberg
Bremen, Bonn, Dortmund, Essen, Potsdam, Vienna, Salzburg, Graz, Innsbruck, Zurich, Zürich, Geneva, Basel, Bern, Lausanne
Davos, Brussels, Antwerp, Ghent, Bruges, Liège, Amsterdam, Rotterdam, The Hague, Hague, Utrecht, Maastricht, Eindhoven
Rome, Milan, Naples, Turin, Florence, Venice, Bologna, Genoa, Palermo, Verona, Pisa, Bari, Trieste
Madrid, Barcelona, Valencia, Seville, Bilbao, Málaga, Malaga, Zaragoza, Granada, Lisbon, Porto, Coimbra
Athens, Thessaloniki, Sparta, Corinth, Nicosia, Valletta, Istanbul, Constantinople, Ankara, Izmir, Antalya, Gaziantep
Copenhagen, Aarhus, Stockholm, Gothenburg, Malmö, Malmo, Uppsala, Oslo, Bergen, Trondheim, Helsinki, Reykjavik
Warsaw, Kraków, Krakow, Gdańsk, Gdansk, Łódź, Lodz, Poznań, Poznan, Wrocław, Wroclaw, Prague, Brno, Bratislava, Budapest
Bucharest, Sofia, Belgrade, Sarajevo, Srebrenica, Mostar, Zagreb, Split, Dubrovnik, Ljubljana, Skopje, Tirana, Pristina
Podgorica, Vilnius, Riga, Tallinn, Minsk, Kiev, Kyiv, Kharkiv, Odessa, Odesa, Lviv, Donetsk, Luhansk, Mariupol, Kherson
Chernobyl, Sevastopol, Chisinau, Moscow, Saint Petersburg, St Petersburg, St. Petersburg, Leningrad, Stalingrad, Volgograd
Kazan, Sochi, Grozny, Beslan, Vladivostok, Novosibirsk, Yekaterinburg, Rostov, Samara, Murmansk, Tbilisi, Yerevan, Baku
Astana, Almaty, Tashkent, Samarkand, Bishkek, Dushanbe, Ashgabat
New York, New York City, NYC, Los Angeles, Chicago, Houston, Phoenix, Philadelphia, San Antonio, San Diego, Dallas, San Jose
Austin, Jacksonville, San Francisco, Columbus, Fort Worth, Indianapolis, Charlotte, Seattle, Denver, Washington
Washington D.C., Washington DC, D.C., Boston, El Paso, Nashville, Detroit, Oklahoma City, Portland, Las Vegas, Memphis
Louisville, Baltimore, Milwaukee, Albuquerque, Tucson, Fresno, Sacramento, Kansas City, Atlanta, Omaha, Colorado Springs
Raleigh, Miami, Oakland, Minneapolis, Tulsa, Tampa, New Orleans, Cleveland, Honolulu, Anaheim, Pittsburgh, Cincinnati
Anchorage, St. Louis, St Louis, Saint Paul, St. Paul, Newark, Buffalo, Orlando, Baton Rouge, Salt Lake City, Des Moines
Richmond, Santa Monica, Santa Clara, Santa Barbara, Beverly Hills, Hollywood, Pasadena, Long Beach, Palo Alto, Cupertino
Berkeley, Cape Canaveral, Fort Lauderdale, Palm Beach, Savannah, Charleston, Birmingham, Montgomery, Selma, Little Rock
Princeton, New Haven, Providence, Hartford, Albany, Syracuse, Rochester, Annapolis, Arlington, Gettysburg, Juneau
Toronto, Montreal, Montréal, Vancouver, Calgary, Edmonton, Ottawa, Winnipeg, Quebec City, Halifax, Victoria, Regina
Mexico City, Guadalajara, Monterrey, Tijuana, Ciudad Juárez, Acapulco, Cancún, Cancun, Veracruz, Havana, Kingston
Port-au-Prince, Santo Domingo, San Juan, Nassau, Bridgetown, Port of Spain, Guatemala City, San Salvador, Tegucigalpa
Managua, Panama City, Bogotá, Bogota, Medellín, Medellin, Cali, Cartagena, Caracas, Maracaibo, Quito, Guayaquil, Lima
Cusco, La Paz, Sucre, Santiago, Valparaíso, Buenos Aires, Rosario, Córdoba, Montevideo, Asunción, Asuncion
Rio de Janeiro, Rio, São Paulo, Sao Paulo, Brasília, Brasilia, Salvador, Recife, Fortaleza, Manaus, Porto Alegre
Cairo, Alexandria, Giza, Luxor, Suez, Sharm el-Sheikh, Tripoli, Benghazi, Misrata, Sirte, Tobruk, Tunis, Algiers, Oran
Casablanca, Rabat, Marrakesh, Marrakech, Fez, Tangier, Khartoum, Omdurman, Juba, Addis Ababa, Asmara, Mogadishu
Hargeisa, Nairobi, Mombasa, Kampala, Entebbe, Kigali, Bujumbura, Dar es Salaam, Dodoma, Lusaka, Harare, Bulawayo
Lilongwe, Maputo, Gaborone, Windhoek, Johannesburg, Pretoria, Cape Town, Durban, Soweto, Port Elizabeth, Bloemfontein
Luanda, Kinshasa, Brazzaville, Goma, Lubumbashi, Libreville, Yaoundé, Douala, Bangui, N'Djamena, Lagos, Abuja, Kano
Ibadan, Maiduguri, Accra, Kumasi, Abidjan, Monrovia, Freetown, Conakry, Dakar, Banjul, Bamako, Timbuktu, Gao
Ouagadougou, Niamey, Nouakchott, Lomé, Cotonou, Antananarivo
Jerusalem, Tel Aviv, Haifa, Ramallah, Hebron, Nablus, Bethlehem, Nazareth, Jericho, Rafah, Khan Younis, Gaza City, Beirut
Sidon, Tyre, Damascus, Aleppo, Homs, Hama, Raqqa, Palmyra, Latakia, Daraa, Douma, Kobani, Amman, Baghdad, Mosul, Basra
Kirkuk, Fallujah, Ramadi, Tikrit, Erbil, Irbil, Najaf, Karbala, Samarra, Tehran, Isfahan, Shiraz, Tabriz, Mashhad, Qom
Riyadh, Jeddah, Mecca, Medina, Dhahran, Kuwait City, Manama, Doha, Dubai, Abu Dhabi, Sharjah, Muscat, Sanaa, Sana'a, Aden
Taiz, Hodeidah, Kabul, Kandahar, Herat, Jalalabad, Mazar-i-Sharif, Islamabad, Karachi, Lahore, Peshawar, Rawalpindi
Quetta, Multan, Faisalabad, Abbottabad, Delhi, New Delhi, Mumbai, Bombay, Kolkata, Calcutta, Chennai, Madras, Bangalore
Bengaluru, Hyderabad, Ahmedabad, Pune, Jaipur, Lucknow, Kanpur, Agra, Varanasi, Amritsar, Srinagar, Bhopal, Patna
Dhaka, Chittagong, Colombo, Kandy, Jaffna, Kathmandu, Thimphu, Yangon, Rangoon, Mandalay, Naypyidaw, Bangkok, Phuket
Chiang Mai, Hanoi, Ho Chi Minh City, Saigon, Da Nang, Hue, Phnom Penh, Vientiane, Kuala Lumpur, Penang, Jakarta, Bandung
Surabaya, Manila, Cebu, Davao, Beijing, Peking, Shanghai, Guangzhou, Shenzhen, Tianjin, Wuhan, Chengdu, Chongqing
Nanjing, Hangzhou, Harbin, Xi'an, Lhasa, Urumqi, Kowloon, Taipei, Kaohsiung, Seoul, Busan, Incheon, Pyongyang
Pyeongchang, Tokyo, Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Kobe, Hiroshima, Nagasaki, Sendai, Ulaanbaatar
Sydney, Melbourne, Brisbane, Perth, Adelaide, Canberra, Hobart, Darwin, Cairns, Townsville, Geelong, Newcastle
Wollongong, Auckland, Wellington, Christchurch, Dunedin, Hamilton, Queenstown, Suva, Port Moresby, Honiara, Apia
Troy, Carthage, Babylon, Pompeii, Nineveh, Ephesus
`);
