const PAIRS = `
in: increase decrease rise fall drop decline reduction growth change interest role part surge cut difference advance investment confidence expert shift stake share belief
to: visit trip journey return tour threat access damage response reply approach contribution answer alternative end link letter invitation tribute opposition transition guide introduction key right route road solution successor heir exception limit reference
on: ban attack tax monopoly book essay report study debate vote effect impact influence restriction limit decision agreement embargo siege assault raid lecture focus emphasis pressure research
for: support demand need reason search plan call responsibility bid campaign prize award claim request respect base symbol centre center model basis candidate
with: alliance treaty agreement contract relationship deal war link contact problem meeting partnership
between: war treaty border conflict difference relationship link match game agreement
against: war fight protest case campaign offensive crime struggle
over: control victory dispute power authority lead advantage
of: one
into: inquiry investigation research
about: book film story question concern
`;

const NOUNS_BEFORE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	PAIRS.trim()
		.split('\n')
		.map((line): [string, ReadonlySet<string>] => {
			const [preposition = '', nouns = ''] = line.split(': ');
			return [preposition, new Set(nouns.split(' '))];
		})
);

/** Whether what follows a preposition belongs to the noun before it: "a visit to", "an increase in". */
export function nounTakes(lemma: string, preposition: string): boolean {
	return NOUNS_BEFORE.get(preposition)?.has(lemma) ?? false;
}
