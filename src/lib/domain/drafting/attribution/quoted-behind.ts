import type { Sentence } from '#lib/domain/drafting/types.ts';
import type { SourceAndClaim } from './according-to.ts';
import { hasVerb } from './claim-words.ts';
import { sourceFrom } from './source-words.ts';

const OPENS = /^["“]$/u;

/** Reads "X welcomed the news: “…”", "X went on to say, “…”": whoever the sentence is about says the rest. */
export function readQuotedBehind(
	sentence: Sentence,
	quoted: boolean[]
): SourceAndClaim | undefined {
	const { words } = sentence;
	const mark = words.findIndex(
		({ text }, at) => at > 1 && OPENS.test(text) && /^[:,]$/u.test(words[at - 1]?.text ?? '')
	);
	const isToEnd = mark > 0 && quoted.slice(mark, -1).every(Boolean);
	if (!isToEnd || quoted[0] || !hasVerb(sentence, { first: 0, last: mark - 1 })) return undefined;
	const source = sourceFrom(sentence, 0);
	const claim = { first: mark, last: words.length - 1 };
	const own = { first: 0, last: mark - 1 };
	return source && hasVerb(sentence, claim) ? { source, claim, own } : undefined;
}
