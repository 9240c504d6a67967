import { listed } from './lists.ts';

/** Countries and territories by their usual English names. */
export const COUNTRIES = listed(`
Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Aruba, Australia
Austria, Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bermuda, Bhutan
Bolivia, Bosnia, Bosnia and Herzegovina, Bosnia-Herzegovina, Botswana, Brazil, Britain, Brunei, Bulgaria
Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Cape Verde, Central African Republic, Chad, Chile
China, Colombia, Comoros, Congo, DR Congo, Democratic Republic of Congo, Democratic Republic of the Congo
Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Czechoslovakia, Denmark, Djibouti, Dominica
Dominican Republic, East Germany, East Timor, Ecuador, Egypt, El Salvador, England, Equatorial Guinea, Eritrea
Estonia, Eswatini, Ethiopia, Falkland Islands, Faroe Islands, Fiji, Finland, France, Gabon, Gambia, Georgia
Germany, Ghana, Gibraltar, Great Britain, Greece, Greenland, Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana
Haiti, Holland, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy
Ivory Coast, Côte d'Ivoire, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan
Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macau, Macedonia
Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Marshall Islands, Mauritania, Mauritius, Mexico, Micronesia
Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands
New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman, Pakistan
Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar
Republic of Ireland, Romania, Russia, Russian Federation, Rwanda, Saint Lucia, Samoa, San Marino, Saudi Arabia
Scotland, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia
Somaliland, South Africa, South Korea, South Sudan, South Vietnam, North Vietnam, Soviet Union, Spain, Sri Lanka
Sudan, Suriname, Swaziland, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Timor-Leste
Togo, Tonga, Trinidad and Tobago, Tunisia, Turkey, Türkiye, Turkmenistan, Tuvalu, Uganda, Ukraine, UAE, UK, U.K.
United Arab Emirates, United Kingdom, United States, United States of America, Uruguay, US, U.S., USA, U.S.A., USSR
Uzbekistan, Vanuatu, Vatican, Vatican City, Venezuela, Vietnam, Wales, West Germany, Western Sahara, Yemen
Yugoslavia, Zaire, Zambia, Zimbabwe, East Pakistan, Persia, Prussia, Ottoman Empire, Roman Empire
`);
