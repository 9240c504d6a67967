const PAIRS = `
in: engage invest specialise specialize result participate believe succeed trade deal interest involve clothe dress cover rich
on: focus depend rely base insist agree concentrate build model spend centre center run feed live dwell comment serve
to: lead belong refer respond contribute relate apply amount object lose devote dedicate sentence limit compare attribute owe confine expose link subject similar equal return convert change sell marry give
into: turn develop divide fall grow transform convert translate evolve split break form make merge
of: consist compose accuse suspect convict warn dream boast die approve dispose think aware capable full afraid fond
with: charge deal replace associate equip fill provide begin end start open cover connect credit infect agree cope compete tie work side ally
for: apply ask call fight search account stand blame arrest award fine know care wait vote plead aim responsible famous notable renowned pay honour honor criticise criticize praise use nominate
against: protest fight campaign warn vote rebel protect appeal play lose rule
about: complain talk warn write learn worry know sing ask
from: suffer derive arise recover protect ban bar exclude stem benefit separate make isolate come originate relegate defend steal escape
by: follow mean accompany surround cause precede
over: preside rule argue
through: pass run
`;

const PREPOSITIONS_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	PAIRS.trim()
		.split('\n')
		.map((line): [string, ReadonlySet<string>] => {
			const [preposition = '', verbs = ''] = line.split(': ');
			return [preposition, new Set(verbs.split(' '))];
		})
);

/** Whether a verb or adjective, by its lemma, takes a thing with a preposition: "rely on". */
export function takesPreposition(lemma: string, preposition: string): boolean {
	const governed = PREPOSITIONS_OF.get(preposition);
	// "Is based on", "is married to": an adjective to the tagger.
	const bases = [
		lemma,
		lemma.replace(/d$/, ''),
		lemma.replace(/ed$/, ''),
		lemma.replace(/ied$/, 'y')
	];
	return bases.some((base) => governed?.has(base) === true);
}
