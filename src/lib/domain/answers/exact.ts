import { fold, foldKey } from '#lib/text/fold.ts';
import type { ReadyKey, Typed } from './grading.ts';
import { right, wrong } from './marks.ts';
import type { Mark } from './types.ts';

/** The answer as the bank writes it, an alias of it, or a wording the author accepts. */
export function exact({ key, answers }: ReadyKey, typed: Typed): Mark | undefined {
	if (key.answer.form === 'quantity') {
		// In a figure, signs mean something: "350+" is not 350.
		const texts = [key.answer.quantity, ...key.accept];
		return texts.some((text) => fold(text) === typed.text) ? right('exact') : undefined;
	}
	const [only, ...others] = answers;
	if (!only) return undefined;
	if (others.length > 0) {
		return key.accept.some((text) => foldKey(text) === typed.key) ? right('alias') : undefined;
	}
	const at = only.spellings.findIndex((spelling) => spelling.key === typed.key);
	if (at < 0) return undefined;
	return right(at === 0 ? 'exact' : 'alias');
}

/** A near miss the author foresaw. */
export function nearMiss({ misses }: ReadyKey, typed: Typed): Mark | undefined {
	const miss = misses.find(({ key }) => key === typed.key);
	return miss && wrong('near-miss', { code: 'near-miss', why: miss.why });
}
