import type {
	Bank,
	Comparison,
	Fact,
	Grave,
	Kind,
	Name,
	NameType,
	Question,
	Report,
	Standing
} from '#lib/bank/types.ts';

/** How large a sample bank is. */
export interface SampleSize {
	reports?: number;
	factsPerReport?: number;
}

const GIVEN = words('Alma Boris Chidi Dalia Emeka Farid Greta Hanna Idris Jonas Kemal Lucia');
const FAMILY = words(
	'Okonjo Petrov Quispe Rahmani Saunders Takahashi Umarov Villanueva Wexford Yilmaz Zamora Brandt Abernathy Castellano Dvorak Eriksson Fontaine Grimaldi Horvath Ishikawa Jankowski Kowalczyk Lindgren Mbeki Nakamura Oduya Pellegrini Quintero Rosenthal Stavros Thackeray Ulrich Vasquez Whitlock Xenakis Youssef Zhivkov Bellamy Cormack Draper'
);
const TOWNS = words('Ashford Brookhaven Cliffside Dunmore Eastwick Fairmont Glenrock Hartwell');
const ADJECTIVES = words(
	'amber brass copper damask ebony flaxen gilded hazel ivory jade khaki linen maroon navy ochre'
);
const NOUNS = words(
	'anchor barrel candle drum engine fence garden harbour island jacket kettle ladder mirror needle'
);
const KINDS: Kind[] = ['who', 'where', 'how-many', 'what'];
const STANDINGS: Standing[] = ['stated', 'claimed', 'forecast', 'opinion', 'estimated'];
const LEVELS = ['core', 'detail', 'detail', 'fine'] as const;
const UNITS = ['people', 'houses', 'lorries'];

function words(text: string): string[] {
	return text.split(' ');
}

function at<T>(list: readonly T[], i: number): T {
	return list[i % list.length] as T;
}

/** A phrase that no other number has, as long as there are fewer than 3,000. */
function thing(i: number): string {
	const turn = Math.floor(i / (ADJECTIVES.length * NOUNS.length));
	const noun = at(NOUNS, Math.floor(i / ADJECTIVES.length));
	return `${at(ADJECTIVES, i)} ${noun}${turn ? ` of ${at(GIVEN, turn)}ville` : ''}`;
}

function person(i: number): Name {
	const name = `${at(GIVEN, i)} ${at(FAMILY, i + Math.floor(i / 120))}`;
	const turn = Math.floor(i / 120);
	const suffix = turn ? ` ${at(TOWNS, turn)}` : '';
	return named(`person-${i}`, name + suffix, 'person', {
		role: `speaker ${i} in 2016`,
		...(i % 3 === 0 ? { actsFor: `country-${i % 2}` } : {})
	});
}

function named(id: string, name: string, type: NameType, more: Partial<Name> = {}): Name {
	return { id, name, type, aliases: [], ...more };
}

function places(): Name[] {
	return [
		named('country-0', 'Norland', 'country', { aliases: ['Republic of Norland'] }),
		named('country-1', 'Sudonia', 'country'),
		...TOWNS.map((town, i) => named(`town-${i}`, town, 'city', { partOf: `country-${i % 2}` })),
		...TOWNS.flatMap((town, i) =>
			['Mill', 'Castle', 'Market'].map((part, j) =>
				named(`quarter-${i}-${j}`, `${part} Quarter of ${town}`, 'district', {
					partOf: `town-${i}`
				})
			)
		)
	];
}

function report(id: string): Report {
	return {
		id,
		title: `Report ${id}`,
		publisher: { name: 'The Sample', basis: 'stated' },
		date: { value: '2016', basis: 'stated' },
		place: 'town-0',
		paragraphs: 99,
		brief: { plain: [], full: [] },
		timeline: []
	};
}

/** The n-th fact: every third figure is of people and grave, and some places are. */
function fact(reportId: string, n: number): Fact {
	const kind = at(KINDS, n);
	const turn = Math.floor(n / 4);
	const isGrave = kind === 'how-many' ? turn % 3 === 0 : kind === 'where' && turn % 7 === 3;
	return {
		id: `${reportId}/fact-${n}`,
		reportId,
		paragraph: (n % 99) + 1,
		standing: at(STANDINGS, Math.floor(n / 4) + n),
		when: 'in 2016',
		text: `Something was said of the ${thing(n)}.`,
		...(n % 5 === 0 ? { source: `person-${(n + 7) % 40}` } : {}),
		...(isGrave ? { grave: 'deaths' as Grave } : {})
	};
}

type Asked = Pick<Question, 'ask' | 'answer'> & Partial<Question>;

const asked: Record<Kind, (n: number, people: number) => Asked> = {
	who: (n, people) => ({
		ask: `Who spoke in 2016 of the ${thing(n)}?`,
		cue: `Spoke of the ${thing(n)}`,
		answer: { form: 'name', name: `person-${Math.floor(n / 4) % people}` }
	}),
	where: (n) => ({
		ask: `Where did the ${thing(n)} stand in 2016?`,
		cue: `There stood the ${thing(n)}`,
		answer:
			n % 3 === 0
				? { form: 'name', name: `town-${Math.floor(n / 4) % TOWNS.length}` }
				: {
						form: 'name',
						name: `quarter-${Math.floor(n / 4) % TOWNS.length}-${Math.floor(n / 32) % 3}`
					}
	}),
	'how-many': (n) => ({
		ask: `How many ${at(UNITS, Math.floor(n / 4))} were counted beside the ${thing(n)}?`,
		answer: {
			form: 'quantity',
			quantity: `${n % 8 === 2 ? 'about ' : ''}${30 + 17 * (n % 997)} ${at(UNITS, Math.floor(n / 4))}`
		}
	}),
	what: (n) => ({
		ask: `What did ${person(n % 30).name} want to do with the ${thing(n)}?`,
		answer: { form: 'text', text: `paint the ${at(NOUNS, n * 3)} ${at(ADJECTIVES, n * 7)}` },
		distractors: n % 8 === 3 ? ['burn it', 'sell it abroad', 'bury it at night'] : []
	})
};

function question(of: Fact, n: number, people: number): Question {
	const kind = at(KINDS, n);
	return {
		id: `${of.id}/${kind}`,
		kind,
		level: at(LEVELS, Math.floor(n / 4)),
		distractors: [],
		explain: 'Because the report says so.',
		factIds: [of.id],
		rivals: [],
		...(of.grave ? { grave: of.grave } : {}),
		...asked[kind](n, people)
	};
}

/** A second question of every sixth fact, about the same fact. */
function second(of: Fact, n: number): Question[] {
	if (n % 6 !== 0) return [];
	const first = question(of, n, 40);
	delete first.cue;
	return [
		{
			...first,
			id: `${of.id}/second`,
			kind: 'what',
			level: 'fine',
			ask: `Which colour had the ${thing(n)} before?`,
			answer: { form: 'text', text: `${at(ADJECTIVES, n + 5)} with ${at(NOUNS, n + 9)} stripes` },
			distractors: []
		}
	];
}

function comparisonOf(
	i: number,
	factsPerReport: number
): { comparison: Comparison; question: Question } {
	const factIds = [`r0/fact-${4 * i}`, `r1/fact-${factsPerReport + 4 * i + 1}`];
	const comparison: Comparison = { id: `both-${i}`, factIds, relation: 'same', why: 'Agreement.' };
	const question: Question = {
		id: `compare/both-${i}/who`,
		kind: 'who',
		level: 'core',
		ask: `Who is quoted in both reports about matter ${thing(2000 + i)}?`,
		answer: { form: 'name', name: `person-${(i + 20) % 40}` },
		distractors: [],
		explain: 'One voice, not two.',
		factIds,
		comparisonId: comparison.id,
		rivals: []
	};
	return { comparison, question };
}

/** A made-up bank of all kinds, levels and standings, with grave facts, siblings, kin, cues and planted leaks. */
export function sampleBank({ reports = 2, factsPerReport = 60 }: SampleSize = {}): Bank {
	const people = Math.max(40, Math.ceil((reports * factsPerReport) / 40));
	const ids = Array.from({ length: reports }, (_, r) => `r${r}`);
	const facts = ids.flatMap((id, r) =>
		Array.from({ length: factsPerReport }, (_, n) => ({ ...fact(id, n + r * factsPerReport) }))
	);
	const compared = reports > 1 ? [0, 1, 2].map((i) => comparisonOf(i, factsPerReport)) : [];
	return {
		version: 1,
		edition: 'sample000000',
		reports: ids.map(report),
		names: [...Array.from({ length: people }, (_, i) => person(i)), ...places()],
		facts,
		questions: [
			...facts.flatMap((of, n) => [question(of, n, people), ...second(of, n)]),
			...compared.map(({ question }) => question)
		],
		comparisons: compared.map(({ comparison }) => comparison)
	};
}
