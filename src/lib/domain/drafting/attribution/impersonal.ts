import type { Sentence } from '#lib/domain/drafting/types.ts';

const NOUN =
	/^(?:criticism|criticisms|fear|fears|claim|claims|allegation|allegations|accusation|accusations|belief|beliefs|rumour|rumours|rumor|rumors|speculation|suspicion|suspicions|concern|concerns|worry|worries|theory|hypothesis|suggestion|suggestions|argument|view|hope|hopes|legend|myth|idea|notion|impression|possibility|opinion|assumption)$/iu;
const VERB =
	/^(?:believed|thought|alleged|claimed|said|reported|estimated|feared|rumoured|rumored|suspected|assumed|argued|suggested|expected|hoped|speculated|considered|likely|possible|unlikely|unclear|unknown|doubtful)$/iu;
const BE = /^(?:is|was|were|been|are|be|['’]s)$/iu;
const REACH = 4;

/** "it is widely believed": nobody is said to say it. */
function isImpersonalVerb({ words }: Sentence, at: number): boolean {
	if (!VERB.test(words[at]?.text ?? '')) return false;
	const before = words.slice(Math.max(0, at - REACH), at).map(({ text }) => text);
	return before.some((text) => BE.test(text)) && before.some((text) => /^it$/iu.test(text));
}

/** "There is constant criticism that", "amid fears that" */
function isImpersonalNoun({ words }: Sentence, at: number): boolean {
	return NOUN.test(words[at]?.text ?? '') && words[at + 1]?.text === 'that';
}

/**
 * Index of the word behind which a sentence tells what people believe without saying who: "it is
 * believed that", "there is criticism that"; the sentence's length where it does not.
 */
export function impersonalFrom(sentence: Sentence): number {
	const { words } = sentence;
	const at = words.findIndex(
		(_, each) => isImpersonalVerb(sentence, each) || isImpersonalNoun(sentence, each)
	);
	return at < 0 ? words.length : at;
}
