import type { VerbGroup } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from './render.ts';
import { pastOf, tenseOf, thirdPerson, type Tense } from './tenses.ts';

/** The tense of the verb that governs an "-ing" form; nothing behind "will" and "may". */
function governedTense(
	{ sentence }: Reading,
	{ auxiliary, main }: VerbGroup,
	isPlural: boolean
): Tense | undefined {
	if (auxiliary === undefined) return tenseOf(wordAt(sentence.words, main), isPlural);
	const text = lowerAt(sentence.words, auxiliary);
	if (/^(?:was|were|had|did|has|have)$/.test(text)) return 'past';
	if (/^(?:are|do)$/.test(text)) return 'plain';
	return /^(?:is|does)$/.test(text) ? 'singular' : undefined;
}

/** The forms of an "-ing" verb as if it stood for itself: "posted" and "did post". */
export function governedForms(reading: Reading, verb: VerbGroup, isPlural: boolean) {
	const tense = verb.governor && governedTense(reading, verb.governor, isPlural);
	if (!tense) return undefined;
	const { lemma } = wordAt(reading.sentence.words, verb.main);
	const behind = render(reading, { first: verb.main + 1, last: verb.last });
	const said = tense === 'past' ? pastOf(lemma) : thirdPerson(lemma);
	const auxiliary = { past: 'did', singular: 'does', plain: 'do' }[tense];
	return {
		said: `${said} ${behind}`.trim(),
		split: { auxiliary, rest: `${lemma} ${behind}`.trim() }
	};
}
