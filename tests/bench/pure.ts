import { FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import { foldKey } from '#lib/text/fold.ts';
import { lookUp } from '#lib/bank/look-up.ts';
import type { Bank } from '#lib/bank/types.ts';
import { answerKey } from '#lib/domain/answers/answer-key.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { gradeAnswer } from '#lib/domain/answers/grade-answer.ts';
import { assemblePaper } from '#lib/domain/quiz/assemble-paper.ts';
import { seededRandom, shuffled } from '#lib/domain/quiz/random.ts';
import type { Blueprint } from '#lib/domain/quiz/types.ts';
import { foldCard } from '#lib/domain/study/fold.ts';
import { DEFAULT_WEIGHTS } from '#lib/domain/study/weights.ts';
import { momentOf } from '#lib/domain/study/study-day.ts';
import type { Rating, ReviewEvent } from '#lib/domain/study/types.ts';
import { loadBankFromDisk } from '../../src/cli/read-bank.ts';
import { sampleBank } from '../domain/quiz/sample-bank.ts';
import { review } from '../domain/study/make-events.ts';
import { readShared, shared } from '../domain/study/shared-vectors.ts';
import { joined, ownLibrary } from './own-bank.ts';
import { quantile, type Figure } from './table.ts';

const PAPERS = 60;
const WARM_UP = 10;
const ROUNDS = 9;
const PER = 100_000;

const BLUEPRINT: Blueprint = { reports: [], length: 20, levels: [], forms: [], grave: true };

/** A paper of 20 from 10,000 questions, beside putting their ids in random order. */
export function measurePapers(): Figure[] {
	return papersOf(sampleBank({ reports: 12, factsPerReport: 714 }), 'questions');
}

/** What 500 reports of a person's own, with 20,000 questions, cost beside the shipped bank alone. */
export function measureOwnBank(): Figure[] {
	const loaded = loadBankFromDisk();
	if (!loaded.ok) throw new Error('The shipped bank has problems: run `npm run bank`.');
	const shipped = loaded.value;
	const own = ownLibrary(500);
	// A bank is looked up once: each round has its own.
	const [ours, floor] = inTurn(
		() => lookUp(joined(shipped, own)),
		() => own.rows.map(({ bank }) => new Map(bank.questions.map((each) => [each.id, each])))
	);
	return [
		{
			what: '500 own reports joined with the shipped bank, by id',
			ours: ours ?? NaN,
			floor: floor ?? NaN,
			floorIs: 'a map of the questions a report'
		},
		...papersOf(joined(shipped, own), 'own and shipped questions')
	];
}

function papersOf(bank: Bank, of: string): Figure[] {
	const ids = bank.questions.map(({ id }) => id);
	const first = elapsed(() => assemblePaper(bank, BLUEPRINT, 'first'));
	const ours: number[] = [];
	const floors: number[] = [];
	for (let i = 0; i < WARM_UP + PAPERS; i += 1) {
		const paper = elapsed(() => assemblePaper(bank, BLUEPRINT, `seed-${i}`));
		const floor = elapsed(() => shuffled(seededRandom(`seed-${i}`), ids));
		if (i < WARM_UP) continue;
		ours.push(paper);
		floors.push(floor);
	}
	const what = `paper of 20 from ${ids.length.toLocaleString('en')} ${of}`;
	const common = { floor: quantile(floors, 0.5), floorIs: 'ids shuffled', budget: '≤ 20 ms' };
	return [
		{ ...common, what: `${what}, p50`, ours: quantile(ours, 0.5) },
		{ ...common, what: `${what}, p95`, ours: quantile(ours, 0.95) },
		{ ...common, what: `${what}, the first, look-ups and all`, ours: first }
	];
}

/** Typed answers to every shipped question: right, misspelt, another question's, nonsense. */
export function measureGrading(): Figure[] {
	const loaded = loadBankFromDisk();
	if (!loaded.ok) throw new Error('The shipped bank has problems: run `npm run bank`.');
	const bank = loaded.value;
	const typed = typedAnswers(bank);
	const keys = bank.questions.map((question) => answerKey(bank, question));
	const answers = bank.questions.map((question) => answerText(bank, question));
	const grade = () =>
		typed.forEach((texts, i) => {
			const key = keys[i];
			if (key) for (const text of texts) gradeAnswer(key, text);
		});
	const compare = () =>
		typed.forEach((texts, i) => texts.map((text) => foldKey(text) === foldKey(answers[i] ?? '')));
	const alone = () =>
		bank.questions.forEach((question, i) =>
			gradeAnswer(answerKey(bank, question), typed[i]?.[1] ?? '')
		);
	const count = typed.flat().length;
	const [ours, floor] = inTurn(grade, compare);
	const [first] = inTurn(alone);
	const common = { unit: 'µs', budget: '≤ 1 ms', floorIs: 'both folded and compared' } as const;
	const floorEach = ((floor ?? NaN) / count) * 1000;
	return [
		{
			...common,
			what: `typed answer graded, mean of ${count}`,
			ours: ((ours ?? NaN) / count) * 1000,
			floor: floorEach
		},
		{
			...common,
			what: 'typed answer graded, its key made ready first',
			ours: ((first ?? NaN) / bank.questions.length) * 1000,
			floor: floorEach
		}
	];
}

/** The real log's reviews folded into cards, beside the memory formulas alone. */
export function measureFolding(): Figure[] {
	if (!shared) {
		console.info('left out: folding the real log needs RECOUNT_SHARED');
		return [];
	}
	const cards = realLog();
	const count = cards.flat().length;
	const recalls = cards.map((events) =>
		events.map(({ rating, studyDay }, i) => ({
			rating,
			days: Math.max(0, studyDay - (events[i - 1]?.studyDay ?? studyDay))
		}))
	);
	const algorithm = new FSRSAlgorithm({ w: DEFAULT_WEIGHTS.values });
	const [ours, floor] = inTurn(
		() => cards.forEach((events) => foldCard(events, DEFAULT_WEIGHTS)),
		() =>
			recalls.forEach((list) => {
				let state: FSRSState | null = null;
				for (const { rating, days } of list) state = algorithm.next_state(state, days, rating);
			})
	);
	return [
		{
			what: `folding, per ${PER.toLocaleString('en')} events`,
			ours: ((ours ?? NaN) / count) * PER,
			floor: ((floor ?? NaN) / count) * PER,
			floorIs: 'ts-fsrs next_state alone'
		}
	];
}

function typedAnswers(bank: Bank): string[][] {
	const answers = bank.questions.map((question) => answerText(bank, question));
	return answers.map((text, i) => [
		text,
		text.slice(0, 3) + text.slice(4),
		answers[(i + 7) % answers.length] ?? '',
		'something quite different altogether'
	]);
}

/** Reviews by card, in the order of time. */
function realLog(): ReviewEvent[][] {
	const byCard = new Map<string, ReviewEvent[]>();
	const rows = readShared('vectors/real-review-log.csv').trim().split('\n').slice(1);
	rows.forEach((row, i) => {
		const [cardId = '', rating, time = ''] = row.split(',');
		const at = Date.parse(time);
		const { studyDay } = momentOf(at, 'UTC', 4);
		const event = review(i + 1, { cardId, rating: Number(rating) as Rating, at, studyDay });
		byCard.set(cardId, [...(byCard.get(cardId) ?? []), event]);
	});
	return [...byCard.values()].map((events) => events.sort((a, b) => a.at - b.at));
}

/** The medians in ms of processor time of works done in turn, after one round that does not count. */
function inTurn(...works: (() => unknown)[]): number[] {
	const times = works.map(() => [] as number[]);
	for (let round = 0; round <= ROUNDS; round += 1) {
		works.forEach((work, i) => {
			const took = elapsed(work);
			if (round > 0) times[i]?.push(took);
		});
	}
	return times.map((list) => quantile(list, 0.5));
}

/** The time in ms that the processor spent on a work: what else runs on the machine does not count. */
export function elapsed(work: () => unknown): number {
	const from = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(from);
	return (user + system) / 1000;
}
