import type { Word, WordClass } from '#lib/domain/drafting/types.ts';
import { SEEN_REPAIRS } from './seen-repairs.ts';
import { TAG_REPAIRS } from './tag-repairs.ts';
import { verbLemma } from './tagger.ts';

/** Whether a verb stands before the first comma. */
function hasVerb(words: readonly Word[]): boolean {
	const comma = words.findIndex(({ text }) => text === ',');
	const clause = comma < 0 ? words : words.slice(0, comma);
	return clause.some(({ tag, text }) => tag === 'AUX' || (tag === 'VERB' && !/ing$/.test(text)));
}

/** A word as another class: "thronged" as a verb is a form of "throng". */
function retagged(word: Word, tag: WordClass): Word {
	const isForm = tag === 'VERB' && /(?:ed|ing)$/.test(word.text) && word.text === word.lemma;
	return { ...word, tag, ...(isForm && { lemma: verbLemma(word.text) }) };
}

/** The words with the classes put right that the tagger is known to get wrong. */
export function repairTags(words: readonly Word[]): Word[] {
	const repaired = [...words];
	for (const { applies, tag } of [...TAG_REPAIRS, ...SEEN_REPAIRS]) {
		const isVerbal = hasVerb(repaired);
		for (const [at, word] of repaired.entries()) {
			if (word.tag === tag) continue;
			const context = {
				word,
				before: repaired[at - 1],
				beforeThat: repaired[at - 2],
				after: repaired[at + 1],
				afterThat: repaired[at + 2],
				isFirst: at === 0,
				words: repaired,
				at,
				hasVerb: isVerbal
			};
			if (applies(context)) repaired[at] = retagged(word, tag);
		}
	}
	return repaired;
}
