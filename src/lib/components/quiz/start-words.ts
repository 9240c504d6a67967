import type { Form } from '#lib/bank/types.ts';
import type { Preset } from '#lib/domain/quiz/presets.ts';
import type { Mode } from '#lib/domain/quiz/types.ts';
import type { About } from '#lib/state/quiz-builder.svelte.ts';
import { m } from '#lib/paraglide/messages.js';

const PRESET_WORDS: Record<Preset['id'], { title: () => string; note: () => string }> = {
	'quick-10': { title: m.quiz_preset_quick_10, note: m.quiz_preset_quick_10_note },
	'whos-who': { title: m.quiz_preset_whos_who, note: m.quiz_preset_whos_who_note },
	'the-numbers': { title: m.quiz_preset_the_numbers, note: m.quiz_preset_the_numbers_note },
	where: { title: m.quiz_preset_where, note: m.quiz_preset_where_note },
	'compare-the-reports': {
		title: m.quiz_preset_compare_the_reports,
		note: m.quiz_preset_compare_the_reports_note
	},
	'claims-and-facts': {
		title: m.quiz_preset_claims_and_facts,
		note: m.quiz_preset_claims_and_facts_note
	}
};

const FORM_WORDS: Record<Form, () => string> = {
	choose: m.quiz_form_choose,
	type: m.quiz_form_type,
	'true-false': m.quiz_form_true_false,
	match: m.quiz_form_match,
	sort: m.quiz_form_sort
};

const ABOUT_WORDS: Record<About, () => string> = {
	all: m.quiz_about_all,
	comparisons: m.quiz_about_comparisons,
	claims: m.quiz_about_claims
};

const MODE_WORDS: Record<Mode, () => string> = {
	practice: m.quiz_mode_practice,
	exam: m.quiz_mode_exam
};

/** A one-tap quiz by name. */
export function presetTitle(id: Preset['id']): string {
	return PRESET_WORDS[id].title();
}

/** What a one-tap quiz asks about. */
export function presetNote(id: Preset['id']): string {
	return PRESET_WORDS[id].note();
}

/** The word for a form. */
export function formWord(form: Form): string {
	return FORM_WORDS[form]();
}

/** What questions can be about, in the order they are offered. */
export const ABOUTS = ['all', 'comparisons', 'claims'] as const satisfies About[];

/** The words for what questions are about. */
export function aboutWord(about: About): string {
	return ABOUT_WORDS[about]();
}

/** The word for a mode. */
export function modeWord(mode: Mode): string {
	return MODE_WORDS[mode]();
}
