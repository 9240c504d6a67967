import { listed, wordsOf } from './lists.ts';

/** Words by which a name tells that it names a work, an event, a prize, a time: nobody and nowhere. */
export const OTHER_HEADS = wordsOf(`
Accord Accords Act Agreement Amendment Attack Attacks Award Awards Battle Bible Bill Bowl Campaign Case Century
Ceremony Championship Championships Charter Church-State Code Constitution Crisis Crusade Cup Day Declaration Deal
Derby Disease Dynasty Earthquake Edition Election Elections Empire Era Exhibition Expedition Express Festival Fever Final
Finals Games Grammy Hurricane Index Invasion Language Law Laws Manifesto Massacre Medal Mission Model
Nobel Olympics Open Operation Opera Paralympics Plan Prix Prize Project Protocol Quran Rebellion Reformation
Renaissance Report Resolution Revolt Revolution Riots Round Series Ship Siege Storm Summit Super Tour Tournament
Affair Conflict Famine Peace Plague Debate Eruption Flood Game Incident Match Offensive Play-off Playoff Playoffs Quarter-Final Quarterfinal Scandal
Schism Semi-Final Semifinal Uprising Treaty Trial Flight Species List Site Dictionary Gazette Pact Theorem Effect Theory Syndrome Trophy Typhoon Virus War Wars Week XI Year
`);

/** Names of times, languages, faiths and the like that are never asked as who or where. */
export const OTHER_NAMES = new Set([
	...listed(
		'Yom Kippur, Rosh Hashanah, New Year, Good Friday, Lunar New Year, Boxing Day, Labour Day, Bastille Day, Cinco de Mayo, Dia de los Muertos, Mardi Gras, Eid al-Fitr, Eid al-Adha'
	),
	...wordsOf(`
January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Ramadan Passover Diwali Lent Epiphany Pentecost Purim Eid Hanukkah Thanksgiving Halloween
Islam Christianity Judaism Buddhism Hinduism Catholicism Protestantism Communism Marxism Nazism Calvinism God Allah Internet
Renaissance Reformation Enlightenment Holocaust Brexit Bible Quran Koran Torah Olympics Paralympics Ebola AIDS HIV COVID
COVID-19 GDP DNA RNA GMT UTC BST EST PST GPS CCTV SMS TV DVD PC iPhone iPad Android Windows Linux Euro Eurozone AM PM BC AD
`)
]);
