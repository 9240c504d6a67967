import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { expectOwnNames, expectSound, textOf } from './expect-sound.ts';
import { readPassages } from './read-passages.ts';

const PASSAGES = readPassages();
const SENTENCES = PASSAGES.flatMap(([, text]) => text.split(/(?<=[.?!]”?) |\n/u));

/** What pasting, scanning and typing do to a text. */
const DAMAGE: ((text: string, at: number) => string)[] = [
	(text) => text,
	(text, at) => text.slice(0, at),
	(text, at) => text.slice(at),
	(text, at) => `${text.slice(0, at)}\n${text.slice(at)}`,
	(text, at) => `${text.slice(0, at)}"${text.slice(at)}`,
	(text, at) => `${text.slice(0, at)}(${text.slice(at)}`,
	(text, at) => `${text.slice(0, at)}\u200F\u202E${text.slice(at)}`,
	(text, at) => `${text.slice(0, at)}<b>${text.slice(at)}</b>`,
	(text) => text.replaceAll(',', ''),
	(text) => text.replaceAll(' ', '  '),
	(text) => text.toUpperCase(),
	(text) => text.toLowerCase(),
	(text) => text.split(' ').reverse().join(' '),
	(text) => text.normalize('NFD')
];

const damaged = fc
	.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(...DAMAGE), fc.nat(200))
	.map(([text, damage, at]) => damage(text, at));

describe('draftQuestions on any text', () => {
	it('gives answers that are spans, the same ones again, and throws on nothing', () => {
		const texts = fc.array(damaged, { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(texts, (parts) => {
				const text = parts.join(' ');
				const { drafts } = draftQuestions({ text });
				expectSound(text, drafts);
				expect(draftQuestions({ text }).drafts).toEqual(drafts);
			}),
			{ numRuns: 60 }
		);
	}, 30_000);

	it.each([
		['Arabic', 'قال عمدة المدينة إن الجسر الجديد سيفتح يوم الاثنين. وأصيب سبعون شخصا.'],
		['Chinese', '市长安娜·贝尔周一为波恩的新桥剪彩。据医生说,约有七十人在车站附近受伤。'],
		['Cyrillic', 'Мэр города открыла новый мост в понедельник утром, ранены семьдесят человек.'],
		[
			'German',
			`Die Bürgermeisterin von Bonn, Anna Bell, eröffnete am Montag die neue Brücke über den Fluss.
Bei einem Unfall wurden am Abend etwa siebzig Menschen verletzt, wie ein Arzt des städtischen
Krankenhauses der Zeitung sagte; die meisten von ihnen konnten noch in der Nacht nach Hause gehen.`
		]
	])('says that %s is not English', (_, text) => {
		expect(draftQuestions({ text })).toEqual({ drafts: [], problems: [{ code: 'not-english' }] });
	});

	it.each([
		['a table', 'name,city,people\nAnna Bell,Bonn,70\nCarl Dorn,Lyon,80\nEva Lund,Paris,90'],
		['a list', '1. Anna Bell\n2. Carl Dorn\n3. Eva Lund\n- bread\n- milk\n- 70 eggs and a loaf'],
		[
			'a program',
			'function draw(x) { return x + 1; }\nif (a < b && b > c) { draw(7); } else stop();'
		],
		['marks', '. , ; : ? ! " “ ” ( ) – - … a b c d e f g h . . .'],
		['a word a thousand times', 'Bonn '.repeat(1000)],
		[
			'a word without an end',
			`Anna Bell opened the bridge in ${'B'.repeat(50_000)} on the same day.`
		]
	])('makes no draft of %s', (_, text) => {
		expect(draftQuestions({ text }).drafts).toEqual([]);
	});

	it('asks nothing with the tags, scripts and addresses of a page', () => {
		const text = `<!doctype html><html><head><script>var a = "Anna Bell was the mayor of Bonn.";</script></head>
<body><p>Anna Bell, the mayor of Bonn, opened the new bridge on Monday.</p>
<p onclick="go()">About 70 people were hurt in Lyon, said Carl Dorn of https://example.org/a?b=c.</p></body></html>
Eva Lund wrote to info@example.org on Monday and visited www.example.com in Bonn.`;
		const { drafts } = draftQuestions({ text });
		const said = drafts.map((draft) => `${draft.question} ${textOf(draft)}`).join('\n');
		expect(said).not.toMatch(/[<>{}]|script|onclick|https|www|@/u);
	});

	it('reads English with marks of direction in it', () => {
		const text =
			'\u202AAnna Bell, the mayor of Bonn, opened the new bridge.\u202C About 70 people were hurt in Lyon.';
		const { drafts } = draftQuestions({ text });
		expectSound(text, drafts);
		expect(drafts.map(textOf)).toContain('About 70');
	});
});

describe('draftQuestions on the practice passages', () => {
	const drafted = PASSAGES.map(([name, text]) => ({ name, text, ...draftQuestions({ text }) }));

	it.each(drafted)('$name', ({ text, drafts, problems }) => {
		expect(problems).toEqual([]);
		expectSound(text, drafts);
		expectOwnNames(text, drafts);
	});

	it('makes more than four drafts a hundred words of all of them', () => {
		const draftCount = drafted.flatMap(({ drafts }) => drafts).length;
		const wordCount = drafted.flatMap(({ text }) => text.split(/\s+/u)).length;
		expect((100 * draftCount) / wordCount).toBeGreaterThan(4);
	});
});
