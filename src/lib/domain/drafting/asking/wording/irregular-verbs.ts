const LIST = `
be was, become became, begin began, bend bent, bite bit, bleed bled, blow blew, break broke, breed bred, bring brought
build built, buy bought, catch caught, choose chose, cling clung, come came, creep crept, deal dealt, dig dug, do did
draw drew, drink drank, drive drove, eat ate, fall fell, feed fed, feel felt, fight fought, find found, flee fled
fly flew, forbid forbade, forget forgot, forgive forgave, freeze froze, get got, give gave, go went, grow grew
hang hung, have had, hear heard, hide hid, hold held, keep kept, know knew, lay laid, lead led, leave left, lend lent
lie lay, light lit, lose lost, make made, mean meant, meet met, overcome overcame, pay paid, ride rode, ring rang
rise rose, run ran, say said, see saw, seek sought, sell sold, send sent, shake shook, shine shone, shoot shot
show showed, shrink shrank, sing sang, sink sank, sit sat, sleep slept, slide slid, speak spoke, spend spent
spin spun, spring sprang, stand stood, steal stole, stick stuck, strike struck, swear swore, sweep swept, swim swam
swing swung, take took, teach taught, tear tore, tell told, think thought, throw threw, undergo underwent
understand understood, undertake undertook, wake woke, wear wore, weave wove, win won, wind wound
withdraw withdrew, withhold withheld, withstand withstood, write wrote
`;

/** Pasts that no rule makes, by their base form. */
export const IRREGULAR_PASTS: ReadonlyMap<string, string> = new Map(
	LIST.split(/[,\n]/)
		.map((pair) => pair.trim().split(' '))
		.flatMap(([base, past]): [string, string][] => (base && past ? [[base, past]] : []))
);
