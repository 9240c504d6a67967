import { describe, expect, test } from 'vitest';
import { suggestHead } from '#lib/domain/desk/intake-head.ts';
import { readPasted } from '#lib/domain/desk/intake.ts';

const REST = 'The river rose in the night. The mayor called for help.';

/** What is taken out as a credit, the stated date, and what reads. */
function read(pasted: string) {
	const { taken, paragraphs } = readPasted(pasted);
	return {
		credits: taken.filter(({ kind }) => kind === 'credit').map(({ text }) => text),
		headings: taken.filter(({ kind }) => kind === 'heading').map(({ text }) => text),
		date: suggestHead(pasted).date,
		paragraphs: paragraphs.map(({ text }) => text)
	};
}

const stated = (date: string | undefined) =>
	date === undefined ? undefined : { value: date, basis: 'stated' };

describe('a line of its own with a name or place and the day', () => {
	test.each([
		['*By Jane Doe, 24 September 2016*', 'By Jane Doe, 24 September 2016', '2016-09-24'],
		['_By Jane Doe, 24 September 2016_', 'By Jane Doe, 24 September 2016', '2016-09-24'],
		['**By Jane Doe** | 24 September 2016', 'By Jane Doe** | 24 September 2016', '2016-09-24'],
		['*By Jane Doe*, 24 September 2016', 'By Jane Doe*, 24 September 2016', '2016-09-24'],
		['### By Jane Doe, 24 September 2016', 'By Jane Doe, 24 September 2016', '2016-09-24'],
		['By Jane Doe, 24 September 2016', 'By Jane Doe, 24 September 2016', '2016-09-24'],
		['By Jane Doe (24 September 2016)', 'By Jane Doe (24 September 2016)', '2016-09-24'],
		['By Jane Doe · Sept. 24, 2016', 'By Jane Doe · Sept. 24, 2016', '2016-09-24'],
		['By Jane Doe - 2016-09-24', 'By Jane Doe - 2016-09-24', '2016-09-24'],
		['By Jane May, 24 September 2016', 'By Jane May, 24 September 2016', '2016-09-24'],
		['By Jane Doe and Ali al-Hadid, September 2016', undefined, '2016-09'],
		['By Jane Doe in Aleppo, 24 September 2016, 10:15 GMT', undefined, '2016-09-24'],
		['By Jane Doe, Middle East correspondent, 24 September 2016', undefined, '2016-09-24'],
		['24 September 2016 | By Jane Doe', undefined, '2016-09-24'],
		['Published 24 September 2016, by: Jane Doe', undefined, '2016-09-24'],
		['Jane Doe, Aleppo, 24 September 2016', undefined, '2016-09-24'],
		['**Aleppo, 24 September 2016**', 'Aleppo, 24 September 2016', '2016-09-24'],
		['**Aleppo, 24 September 2016** —', 'Aleppo, 24 September 2016** —', '2016-09-24'],
		['Aleppo, Sept 24', 'Aleppo, Sept 24', undefined]
	])('%s', (line, credit, date) => {
		const { credits, ...others } = read(`# A flood\n\n${line}\n\n${REST}`);
		expect(others).toEqual({ headings: ['A flood'], date: stated(date), paragraphs: [REST] });
		expect(credits).toEqual([credit ?? line]);
	});
});

describe('place and day that lead the first sentence', () => {
	test.each([
		['**Aleppo, 24 September 2016** — ', '2016-09-24'],
		['*Aleppo, 24 September 2016* – ', '2016-09-24'],
		['Aleppo, 24 September 2016 — ', '2016-09-24'],
		['ALEPPO, Syria, 24 September 2016 (Reuters) - ', '2016-09-24'],
		['ALEPPO, Sept 24 (AFP) -- ', undefined]
	])('%s', (lead, date) => {
		expect(read(`${lead}${REST}`)).toMatchObject({
			...{ headings: [], date: stated(date), paragraphs: [REST] }
		});
		expect(read(`${lead}${REST}`).credits).toHaveLength(1);
	});

	test('put back, they lead it again', () => {
		const pasted = `Aleppo, 24 September 2016 — ${REST}`;
		const [credit] = readPasted(pasted).taken;
		const { paragraphs } = readPasted(pasted, new Set([credit?.id ?? '']));
		expect(paragraphs.map(({ text }) => text)).toEqual([pasted]);
	});
});

describe('what is no byline stays', () => {
	test.each([
		'In Aleppo, 24 September 2016 was a Saturday.',
		'Aleppo, 24 September 2016 — a date nobody forgot — began with rain.',
		'By 24 September 2016, the river had risen.',
		'By Friday, 24 September 2016 the bridge was gone.',
		'Jane Doe, 24, left Aleppo on 24 September 2016.',
		'Two names stood on the wall — Jane Doe and Ali, 24 September 2016.',
		'24 September 2016 — The siege begins anew.',
		'On 24 September 2016 — The Gazette wrote — the bridge fell.'
	])('%s', (sentence) => {
		const text = `${REST}\n\n${sentence}\n\nNobody was hurt.`;
		expect(read(text)).toEqual({
			...{ credits: [], headings: [], date: undefined },
			paragraphs: [REST, sentence, 'Nobody was hurt.']
		});
	});

	test('a sentence broken at a width runs through a name and a day', () => {
		const text =
			'The first to reach the city was\nJane Doe, 24 September 2016\nbeing her birthday.';
		expect(read(text).paragraphs).toEqual([text.replaceAll('\n', ' ')]);
	});
});
