import { answerKey } from '#lib/domain/answers/answer-key.ts';
import { gradeAnswer } from '#lib/domain/answers/grade-answer.ts';
import { readPasted } from '#lib/domain/desk/intake.ts';
import { loadBankFromDisk } from '../../src/cli/read-bank.ts';
import { elapsed } from './pure.ts';
import type { Figure } from './table.ts';

const SHORT = 10_000;
const TIMES = 16;
const LONG_ANSWER = 10_000;

/** What intake looks closely at, over and over: nothing of it may cost the square of its length. */
const PIECES = [
	'word ',
	'Word.\n',
	'AFP. ',
	'*',
	'[a](',
	'![',
	'- a\n',
	'\u00ADa',
	'> ',
	'(c) 2016 ',
	'Photo: A A A A A A A A A A A A a\n',
	'https://a.b ',
	'By\nA\n',
	'a-\n',
	'"',
	'. . . ',
	'\n',
	' ',
	'Copyright A\n',
	'_a'
];

const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

/** The worst of the hostile texts pasted, sixteen times as long, beside the same at its length. */
export function measureIntake(): Figure[] {
	const measured = PIECES.map((piece) => {
		const [short, long] = [repeated(piece, SHORT), repeated(piece, SHORT * TIMES)];
		readPasted(short);
		const floor = Math.max(
			1,
			elapsed(() => readPasted(short))
		);
		return { piece, floor, ours: elapsed(() => readPasted(long)) };
	});
	const [worst] = measured.sort((a, b) => b.ours / b.floor - a.ours / a.floor);
	if (!worst) return [];
	const what = `160 kB of ${JSON.stringify(worst.piece)} pasted, the worst of ${PIECES.length}`;
	return [{ what, ours: worst.ours, floor: worst.floor, floorIs: '10 kB of it' }];
}

/** Typed answers of 10 kB against every shipped key, beside short ones. */
export function measureLongAnswers(): Figure[] {
	const loaded = loadBankFromDisk();
	if (!loaded.ok) throw new Error('The shipped bank has problems: run `npm run bank`.');
	const bank = loaded.value;
	const keys = bank.questions.map((question) => answerKey(bank, question));
	const near = 'russla kery ';
	const grade = (text: string) => elapsed(() => keys.forEach((key) => gradeAnswer(key, text)));
	grade(near);
	const each = 1000 / keys.length;
	return [
		{
			what: 'typed answer of 10 kB graded',
			ours: grade(repeated(near, LONG_ANSWER)) * each,
			floor: grade(near) * each,
			floorIs: 'two words of it',
			unit: 'µs',
			budget: '≤ 1 ms'
		}
	];
}
