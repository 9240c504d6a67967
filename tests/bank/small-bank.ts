import type { BankFile } from '#lib/bank/read-files.ts';

const brief = 'This sentence of the brief has exactly ten short words. '.repeat(13).trim();

const REPORT = `report:
  id: flood
  title: A flood in Milltown
  publisher: { name: The Gazette, basis: stated }
  date: { value: 2016-09, basis: inferred }
  place: milltown
  paragraphs: 3
  notice: Describes deaths in a flood.
  brief:
    plain:
      - { text: "${brief}", facts: [dead] }
    full:
      - { text: "${brief}", facts: [] }
  timeline:
    - { when: in September 2016, what: The river rose., fact: bridge }
facts:
  - id: dead
    paragraph: 1
    source: mayor
    standing: claimed
    when: September 2016
    grave: deaths
    text: The mayor said about 70 people had died and 40 houses were gone.
    questions:
      - kind: how-many
        level: core
        ask: About how many deaths did the mayor of Milltown report in September 2016?
        answer: { quantity: about 70 people }
        forms: [type]
        explain: One official's early count.
      - kind: how-many
        id: houses
        level: detail
        ask: How many houses in Milltown were gone after the flood of 2016, by the mayor's count?
        answer: { quantity: 40 houses }
        distractors: [about 70 people]
        explain: The mayor gave two figures at once.
      - kind: who
        level: detail
        ask: Who gave the count of the dead after the flood of 2016?
        answer: { name: mayor, accept: [the town's mayor] }
        distractors: [Ann Lee, Bob Ray]
        explain: The report does not check the count.
  - id: bridge
    paragraph: caption
    standing: stated
    when: September 2016
    text: The river broke the old bridge on the north side.
    questions:
      - kind: where
        level: detail
        ask: On which side of its town did the river Ruse break a bridge in 2016?
        cue: The river broke a bridge here
        answer: { name: north-side }
        distractors: [South Side, At the church]
        explain: The other side stayed dry.
      - kind: what
        level: fine
        ask: What did the river Ruse break in 2016?
        answer: { text: The old bridge, not: [{ text: the dam, why: It held. }] }
        distractors: [The mill, The church]
        forms: [choose, type]
        explain: The mill stood higher up.
        was: [flood/bridge/broken]
      - kind: who
        level: fine
        ask: Which two people crossed the bridge last in 2016?
        answer: { names: [ann-lee, bob-ray] }
        forms: [type]
`;

const NAMES = `names:
  - { id: ruritania, name: Ruritania, type: country }
  - { id: milltown, name: Milltown, type: city, partOf: ruritania }
  - { id: north-side, name: North Side, type: district, partOf: milltown, aliases: [the north bank] }
  - { id: south-side, name: South Side, type: district, partOf: milltown }
  - { id: mayor, name: the mayor of Milltown, type: role, aliases: [the mayor], actsFor: milltown }
  - { id: ann-lee, name: Ann Lee, type: person, role: baker in Milltown in 2016, side: neither }
  - { id: bob-ray, name: Bob Ray, type: person }
  - { id: bell, name: The Great Bell, type: thing }
`;

const COMPARISONS = `comparisons:
  - id: counts
    facts: [flood/dead, flood/bridge]
    relation: differs
    why: One is counted by a person, the other seen by all.
    questions:
      - kind: what
        level: core
        ask: What is it that only the mayor vouches for in the report of 2016?
        answer: { text: The number of dead }
        distractors: [The broken bridge, The rain]
        explain: The report saw the bridge itself.
`;

/** Names of the files of the small bank. */
export const REPORT_FILE = 'small/flood.yaml';
export const NAMES_FILE = 'small/names.yaml';
export const COMPARISONS_FILE = 'small/comparisons.yaml';

const TEXTS: Record<string, string> = {
	[REPORT_FILE]: REPORT,
	[NAMES_FILE]: NAMES,
	[COMPARISONS_FILE]: COMPARISONS
};

/** One text of a file replaced by another. */
export interface Edit {
	file: string;
	from: string;
	to: string;
}

/** The files of a small bank without problems, with edits made to them. */
export function smallBank(edits: Edit[] = []): BankFile[] {
	const texts = { ...TEXTS };
	for (const { file, from, to } of edits) {
		const text = texts[file] ?? '';
		if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${file}`);
		texts[file] = text.replace(from, () => to);
	}
	return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

/** Line and column of a text's first occurrence in a file, counted from 1. */
export function placeOf(files: BankFile[], path: string, text: string) {
	const whole = files.find((file) => file.path === path)?.text ?? '';
	const at = whole.indexOf(text);
	if (at < 0) throw new Error(`"${text}" does not stand in ${path}`);
	const before = whole.slice(0, at).split('\n');
	return { file: path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
