import type { KeyLine } from '#lib/components/KeysDialog.svelte';
import { answerWords } from '#lib/components/quiz/told-words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PresentRun } from '#lib/state/teach/present-run.svelte.ts';
import type { Slide } from '#lib/state/teach/present-slides.ts';

const LETTERS = 'ABCDEFGHIJ';

/** The sign an option has on the wall, so that it can be called out. */
export function optionSign(option: number): string {
	return LETTERS[option] ?? String(option + 1);
}

/** What is asked, as the class reads it. */
export function askWords({ item, parts }: Slide): string {
	if (item.form === 'match') return m.quiz_match_title();
	if (item.form === 'sort') return m.quiz_sort_title();
	return parts[0]?.question?.ask ?? '';
}

/** The options of an item that hands can be counted for. */
export function optionWords({ item }: Slide): string[] {
	if (item.form === 'choose') return item.options.map(({ text }) => text);
	return item.form === 'true-false' ? [m.quiz_true(), m.quiz_false()] : [];
}

/** The signs before these: letters, or what True and False begin with. */
export function optionSigns(slide: Slide): string[] {
	const words = optionWords(slide);
	return slide.item.form === 'true-false'
		? words.map((word) => word.charAt(0))
		: words.map((_, option) => optionSign(option));
}

/** Which of these is right; -1 where there are none. */
export function rightOption({ item }: Slide): number {
	if (item.form === 'choose') return item.right ?? -1;
	return item.form === 'true-false' ? (item.right ? 0 : 1) : -1;
}

/** The right answer in words; of several parts, each behind its prompt. */
export function rightWords({ item, parts }: Slide): string {
	if (item.form === 'match' || item.form === 'sort')
		return parts.map(({ cue, right }) => `${cue ?? ''}: ${answerWords(right)}`).join('; ');
	if (item.form === 'true-false') return item.right ? m.quiz_true() : m.quiz_false();
	return parts[0] ? answerWords(parts[0].right) : '';
}

/** What was just revealed, for those who hear it. */
export function revealedWords({ slide, step }: PresentRun): string {
	if (!slide) return '';
	if (step.stage === 'options')
		return optionWords(slide)
			.map((text, i) => `${optionSign(i)}: ${text}`)
			.join('; ');
	return step.stage === 'answer' ? m.quiz_right_is({ answer: rightWords(slide) }) : '';
}

/** What going on does. */
export function nextWords({ slide, place, isLast, isLastStep }: PresentRun): string {
	if (isLast) return m.present_to_end();
	if (isLastStep) return m.present_to_next();
	const stage = slide?.steps[place.step + 1]?.stage;
	if (stage === 'options') return m.present_to_options();
	return stage === 'answer' ? m.present_to_answer() : m.present_to_why();
}

/** Where the class is. */
export function positionWords({ place: { at, round, turn } }: PresentRun): string {
	const where = { no: at + 1, of: round.length };
	return turn === 0 ? m.quiz_position(where) : m.present_again(where);
}

/** The keys there are. */
export function keyLines(shortcuts: boolean): KeyLine[] {
	const signs = [
		{ keys: [m.present_space(), '→', 'PgDn'], does: m.present_key_next() },
		{ keys: ['←', 'PgUp'], does: m.present_key_back() },
		{ keys: ['Esc'], does: m.present_key_leave() }
	];
	const letters = [
		{ keys: ['R'], does: m.present_key_reveal() },
		{ keys: ['N'], does: m.present_key_pass() },
		{ keys: ['M'], does: m.present_key_mark() },
		{ keys: ['H'], does: m.present_key_count() },
		{ keys: ['F'], does: m.present_key_full() },
		{ keys: ['D'], does: m.present_key_shade() },
		{ keys: ['?'], does: m.keys_help() }
	];
	return shortcuts ? [...signs, ...letters] : signs;
}
