import { describe, expect, it } from 'vitest';
import { askSentence } from '#lib/domain/drafting/asking/ask-sentence.ts';
import { findSpeakers } from '#lib/domain/drafting/attribution/speakers.ts';
import { followQuotes } from '#lib/domain/drafting/attribution/quotes.ts';
import { PhraseRow } from '#lib/domain/drafting/clauses/phrase-row.ts';
import { findMentions } from '#lib/domain/drafting/names/find-mentions.ts';
import { readReport } from '#lib/domain/drafting/read-report.ts';
import { resolveReferences } from '#lib/domain/drafting/references/resolve-references.ts';
import type { ReadSentence } from '#lib/domain/drafting/types.ts';
import { readPassages } from './read-passages.ts';

/** Lists that count how often one of their items is looked at. */
class Steps {
	count = 0;

	of<Item>(list: Item[]): Item[] {
		return new Proxy(list, {
			get: (target, key, receiver): unknown => {
				if (typeof key === 'string' && /^\d+$/u.test(key)) this.count += 1;
				return Reflect.get(target, key, receiver);
			}
		});
	}

	/** Sentences whose words, names and figures are counted lists, in a counted list. */
	ofAll(sentences: readonly ReadSentence[]): ReadSentence[] {
		return this.of(
			sentences.map((sentence) => ({
				...sentence,
				words: this.of(sentence.words),
				mentions: this.of(sentence.mentions),
				quantities: this.of(sentence.quantities)
			}))
		);
	}
}

type Stage = (sentences: ReadSentence[], text: string) => unknown;

const STAGES: [string, Stage][] = [
	['names', findMentions],
	['quotations', followQuotes],
	['speakers', (sentences, text) => findSpeakers(text, sentences)],
	['references', (sentences) => resolveReferences(sentences)],
	[
		'questions',
		(sentences, text) =>
			sentences.map((sentence) =>
				askSentence({
					text,
					sentence,
					row: new PhraseRow(sentence),
					replacements: [],
					undated: [],
					time: ''
				})
			)
	]
];

function stepsOf(stage: Stage, text: string): number {
	const steps = new Steps();
	stage(steps.ofAll(readReport(text, {}).map(({ sentence }) => sentence)), text);
	return steps.count;
}

/** Texts that any comparing of all with all would show on. */
const TEXTS: [string, string][] = [
	[
		'passages',
		readPassages()
			.slice(0, 2)
			.map(([, text]) => text)
			.join('\n')
	],
	['the same names', 'Anna Bell met Carl Dorn in Bonn. '.repeat(20)],
	['pronouns', 'Anna Bell left. She met him, and he said that it was hers. '.repeat(10)],
	['open quotations', 'Carl Dorn said: “It is cold. '.repeat(20)],
	['figures', 'About 70 people and 12 dogs were hurt in Lyon. '.repeat(20)]
];

const TIMES = 6;
/** What is shared by the text as a whole may weigh in either. */
const TOLERANCE = 1.1;

describe('the steps of drafting grow with the text, not with its square', () => {
	for (const [name, stage] of STAGES) {
		it.each(TEXTS)(`${name}: %s`, (_, text) => {
			const short = stepsOf(stage, text);
			const long = stepsOf(stage, `${text}\n`.repeat(TIMES));
			expect(long).toBeLessThanOrEqual(TIMES * TOLERANCE * short);
		});
	}

	it('would show where every word is looked at for every other', () => {
		const all: Stage = (sentences) =>
			sentences.map(() => sentences.map(({ words }) => words.map(({ text }) => text)));
		const [, text = ''] = TEXTS[1] ?? [];
		expect(stepsOf(all, `${text}\n`.repeat(2))).toBeGreaterThan(3 * stepsOf(all, text));
	});
});
