import type { ReadSentence, Word, WordRange } from '#lib/domain/drafting/types.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';

/** Asked who somebody is, or who he was then, the words before a name are what answers. */
const ASKS_FOR_WORDS = new Set(['name', 'position', 'complement']);
const BEFORE = /^(?:DET|NOUN|ADJ|PROPN|NUM|PRON|PART)$/;

const TITLE =
	/^(?:\p{Lu}\p{Ll}*\.|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Saint|St|King|Queen|Prince|Princess|Pope|Emperor|Duke|Baron)$/u;

/** "a man named Oursel" */
const NAMED = /^(?:named|called)$/;

/** Whether words before a name only tell what its bearer is. */
function isSaidOf(before: readonly Word[]): boolean {
	const last = before.at(-1)?.text ?? '';
	const isPlain = before.every(
		({ tag, text }) => (BEFORE.test(tag) && !/^(?:and|or)$/i.test(text)) || NAMED.test(text)
	);
	// "The Dutch" are no "Dutch".
	return isPlain && before.some(({ tag }) => tag !== 'DET') && !TITLE.test(last);
}

/** Words of a name without what is said of its bearer, where given name and surname are left. */
function nameIn({ words, mentions }: ReadSentence, answer: WordRange): WordRange | undefined {
	const name = mentions.find(({ first, last }) => last === answer.last && first > answer.first);
	if (!name) return undefined;
	const before = words.slice(answer.first, name.first);
	const isNamed = NAMED.test(before.at(-1)?.text ?? '');
	const isWhole = name.sort === 'person' && name.last > name.first;
	if (!isNamed && !isWhole) return undefined;
	return isSaidOf(before) ? { first: name.first, last: name.last } : undefined;
}

/** A proposal that is answered by a person's name alone: "defensive end Kony Ealy" → "Kony Ealy". */
export function withBareName({ sentence }: Reading, proposal: Proposal): Proposal {
	const { kind, rule, answer } = proposal;
	if (kind !== 'who' || ASKS_FOR_WORDS.has(rule)) return proposal;
	return { ...proposal, answer: nameIn(sentence, answer) ?? answer };
}
