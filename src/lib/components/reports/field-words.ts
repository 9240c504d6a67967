import { m } from '#lib/paraglide/messages.js';
import type { UpdateView } from '#lib/state/bank-taking.svelte.ts';

type Field = UpdateView['changed'][number]['fields'][number];

const WORDS: Record<Field, () => string> = {
	id: m.bankfile_field_id,
	kind: m.bankfile_field_kind,
	level: m.bankfile_field_level,
	ask: m.bankfile_field_ask,
	cue: m.bankfile_field_cue,
	answer: m.bankfile_field_answer,
	distractors: m.bankfile_field_distractors,
	forms: m.bankfile_field_forms,
	explain: m.bankfile_field_explain,
	later: m.bankfile_field_later,
	factIds: m.bankfile_field_fact,
	grave: m.bankfile_field_grave,
	fact: m.bankfile_field_fact
};

/** What of a question changed, in words. */
export function fieldWord(field: Field): string {
	return WORDS[field]();
}
