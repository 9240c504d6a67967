import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { BANK_VERSION, STANDINGS, type Bank, type Fact, type Question } from '#lib/bank/types.ts';
import type { ReceivedSubmission } from '#lib/domain/classroom/attempts.ts';
import { freezeQuiz } from '#lib/domain/classroom/freeze.ts';
import type { Collected } from '#lib/domain/classroom/mark-assignment.ts';
import type { RuledPart, Ruling } from '#lib/domain/classroom/ruling-types.ts';
import type {
	Assignment,
	AssignmentRules,
	FrozenQuiz,
	PupilNo
} from '#lib/domain/classroom/types.ts';
import type { Item, RawAnswer } from '#lib/domain/quiz/types.ts';

export const crypto = webcrypto as Crypto;

export const ASSIGNMENT_ID = 'a1';
export const MINUTE = 60_000;
/** When everything of these tests begins. */
export const NOON = Date.UTC(2026, 8, 1, 12);

function fact(id: string, standing: Fact['standing'] = 'stated'): Fact {
	return {
		id: `r/${id}`,
		reportId: 'r',
		paragraph: 1,
		standing,
		when: '2016',
		text: `Fact ${id}.`
	};
}

function question(id: string, kind: Question['kind'], answer: Question['answer']): Question {
	return {
		id: `r/${id}/${kind}`,
		kind,
		level: 'core',
		ask: `Ask of ${id}?`,
		answer,
		distractors: [],
		explain: 'Because.',
		factIds: [`r/${id}`],
		rivals: []
	};
}

const person = (id: string, name: string) => ({ id, name, type: 'person' as const, aliases: [] });

/** Nine questions on nine facts. */
export const bank: Bank = {
	version: BANK_VERSION,
	edition: 'tests',
	reports: [],
	names: [
		person('ada', 'Ada Lovelace'),
		person('alan', 'Alan Turing'),
		person('grace', 'Grace Hopper'),
		person('niels', 'Niels Bohr')
	],
	facts: [
		...['city', 'count', 'food', 'drink', 'one', 'two', 'three', 'said'].map((id) => fact(id)),
		fact('claim', 'claimed')
	],
	questions: [
		question('city', 'where', { form: 'text', text: 'the old harbour' }),
		question('count', 'how-many', { form: 'quantity', quantity: '350 people' }),
		question('food', 'what', { form: 'text', text: 'bread' }),
		question('drink', 'what', { form: 'text', text: 'water' }),
		question('one', 'who', { form: 'name', name: 'ada' }),
		question('two', 'who', { form: 'name', name: 'alan' }),
		question('three', 'who', { form: 'name', name: 'grace' }),
		question('said', 'what', { form: 'text', text: 'a speech' }),
		question('claim', 'who', { form: 'text', text: 'somebody' })
	],
	comparisons: []
};

const options = (...texts: string[]) => texts.map((text) => ({ text }));

/** An item of each form, nine parts. */
export const items: Item[] = [
	{ form: 'type', parts: [{ questionId: 'r/city/where' }] },
	{ form: 'type', parts: [{ questionId: 'r/count/how-many' }] },
	{
		form: 'choose',
		parts: [{ questionId: 'r/food/what' }],
		options: options('salt', 'bread', 'rice', 'soap'),
		right: 1
	},
	{ form: 'true-false', parts: [{ questionId: 'r/drink/what' }], proposed: 'milk', right: false },
	{
		form: 'match',
		parts: [
			{ questionId: 'r/one/who', cue: 'Wrote notes' },
			{ questionId: 'r/two/who', cue: 'Built a machine' },
			{ questionId: 'r/three/who', cue: 'Found a moth' }
		],
		options: options('Ada Lovelace', 'Alan Turing', 'Grace Hopper', 'Niels Bohr'),
		right: [0, 1, 2]
	},
	{
		form: 'sort',
		parts: [
			{ questionId: 'r/said/what', cue: 'Fact said.', factId: 'r/said' },
			{ questionId: 'r/claim/who', cue: 'Fact claim.', factId: 'r/claim' }
		],
		right: ['stated', 'claimed']
	}
];

/** Those items, or others, of that bank, or another, frozen. */
export function freeze(
	changes: { items?: Item[]; bank?: Bank; version?: number } = {}
): Promise<FrozenQuiz> {
	return freezeQuiz(crypto, {
		bank: changes.bank ?? bank,
		quiz: { title: 'A quiz', items: changes.items ?? items },
		version: changes.version ?? 1,
		isPublic: () => false
	});
}

/** The quiz most of these tests are about. */
export const quiz = await freeze();

export const typed = (text: string): RawAnswer => ({ form: 'type', text });
export const chose = (option: number): RawAnswer => ({ form: 'choose', option });
export const says = (value: boolean): RawAnswer => ({ form: 'true-false', says: value });

/** A text for the first item that waits for a person. */
export const WAITS = typed('somewhere near the old harbour');

/** All nine parts right. */
export const ALL_RIGHT: RawAnswer[] = [
	typed('the old harbour'),
	typed('350 people'),
	chose(1),
	says(false),
	{ form: 'match', options: [0, 1, 2] },
	{ form: 'sort', standings: ['stated', 'claimed'] }
];

/** A submission that arrived, with answers by item; undefined is left open. */
export function handedIn(
	no: PupilNo,
	raws: readonly (RawAnswer | undefined)[],
	changes: Partial<ReceivedSubmission> = {}
): ReceivedSubmission {
	return {
		id: `s${no}`,
		assignmentId: ASSIGNMENT_ID,
		quizHash: quiz.hash,
		no,
		attempt: 1,
		answers: raws.flatMap((raw, itemNo) => (raw ? [{ itemNo, raw, tookMs: 4000 }] : [])),
		startedAt: NOON,
		finishedAt: NOON + 10 * MINUTE,
		leftScreen: 0,
		arrivedAt: NOON + 11 * MINUTE,
		...changes
	};
}

/** An assignment of that quiz to pupils 1 to 4. */
export function assigned(
	rules: Partial<AssignmentRules> = {},
	changes: Partial<Assignment> = {}
): Assignment {
	return {
		id: ASSIGNMENT_ID,
		classId: 'c1',
		quizId: 'q1',
		title: 'A quiz',
		rules: {
			mode: 'practice',
			attempts: 2,
			counts: 'best',
			order: 'fixed',
			feedback: 'each',
			...rules
		},
		exceptions: [],
		pupils: [1, 2, 3, 4],
		versions: [quiz],
		createdAt: NOON,
		...changes
	};
}

/** That assignment with what came back. */
export function collected(
	submissions: readonly ReceivedSubmission[],
	changes: Partial<Collected> = {}
): Collected {
	return {
		assignment: assigned(),
		versions: new Map([[quiz.hash, quiz]]),
		submissions,
		rulings: [],
		...changes
	};
}

/** A part of that quiz as a ruling names it. */
export function ruledPart(itemNo: number, part = 0): RuledPart {
	const questionId = items[itemNo]?.parts[part]?.questionId ?? '';
	return { questionId, hash: quiz.hashes[itemNo]?.[part] ?? '' };
}

type Decision<T extends Ruling['type']> = Omit<Extract<Ruling, { type: T }>, 'at' | 'type' | 'id'>;

export function judge(id: string, decision: Decision<'judge'>): Ruling {
	return { id, at: NOON, type: 'judge', ...decision };
}
export function override(
	id: string,
	decision: Omit<Decision<'override'>, 'assignmentId' | 'note'>
): Ruling {
	return { id, at: NOON, type: 'override', assignmentId: ASSIGNMENT_ID, note: '', ...decision };
}
export function drop(id: string, itemNo: number, part = 0): Ruling {
	const ruled = ruledPart(itemNo, part);
	return { id, at: NOON, type: 'drop', assignmentId: ASSIGNMENT_ID, part: ruled };
}
export function undo(id: string, of: string): Ruling {
	return { id, at: NOON, type: 'undo', of };
}
export function stateOf(
	id: string,
	no: PupilNo,
	state: 'absent' | 'excused' | 'none',
	assignmentId = ASSIGNMENT_ID
): Ruling {
	return { id, at: NOON, type: 'state', assignmentId, no, state };
}

const anyCredit = fc.constantFrom(0 as const, 0.5 as const, 1 as const);
const anyText = fc.constantFrom(
	'the old harbour',
	'somewhere near the old harbour',
	'a bridge',
	'old harbor',
	'350',
	'about 300',
	''
);

/** Any answer, mostly such as fit one of the items. */
const anyRaw: fc.Arbitrary<RawAnswer | undefined> = fc.oneof(
	fc.constant(undefined),
	anyText.map(typed),
	fc.integer({ min: -1, max: 5 }).map(chose),
	fc.boolean().map(says),
	fc
		.array(fc.option(fc.integer({ min: -1, max: 5 })), { maxLength: 4 })
		.map((chosen): RawAnswer => ({ form: 'match', options: chosen })),
	fc
		.array(fc.option(fc.constantFrom(...STANDINGS)), { maxLength: 3 })
		.map((standings): RawAnswer => ({ form: 'sort', standings }))
);

/** Any answers to the six items. */
export const anyRaws = fc.array(anyRaw, { minLength: 6, maxLength: 6 });

const anyPart = fc
	.constantFrom([0, 0], [1, 0], [2, 0], [3, 0], [4, 0], [4, 2], [5, 1])
	.map(([itemNo = 0, part = 0]) => ({ itemNo, part }));

/** Any rulings about that quiz and submission `s1`, undos among them. */
export const anyRulings: fc.Arbitrary<Ruling[]> = fc
	.array(
		fc.oneof(
			fc.record({
				type: fc.constant('judge' as const),
				at: anyPart,
				answer: fc.oneof(
					fc.constantFrom('old harbour', 'bridge', '350').map((text) => ({ text })),
					fc.nat(3).map((option) => ({ option })),
					fc.boolean().map((value) => ({ says: value })),
					fc.constantFrom(...STANDINGS).map((standing) => ({ standing }))
				),
				credit: anyCredit
			}),
			fc.record({ type: fc.constant('drop' as const), at: anyPart }),
			fc.record({ type: fc.constant('override' as const), at: anyPart, credit: anyCredit }),
			fc.record({ type: fc.constant('undo' as const), of: fc.nat(8) })
		),
		{ maxLength: 8 }
	)
	.map((all) =>
		all.map((one, i): Ruling => {
			const id = `u${i}`;
			if (one.type === 'undo') return undo(id, `u${one.of}`);
			const { itemNo, part } = one.at;
			if (one.type === 'drop') return drop(id, itemNo, part);
			if (one.type === 'override')
				return override(id, { submissionId: 's1', itemNo, part, credit: one.credit });
			return judge(id, { part: ruledPart(itemNo, part), answer: one.answer, credit: one.credit });
		})
	);
