import type { Basis, Grave, NameType, Standing } from '#lib/bank/types.ts';
import type { DeskAnswer } from '#lib/domain/desk/types.ts';
import type { Hedge, Quantity } from '#lib/text/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ComparedFact } from '#lib/state/desk-comparing.ts';

const TYPE_WORDS: Record<NameType, () => string> = {
	person: m.desk_type_person,
	role: m.desk_type_role,
	group: m.desk_type_group,
	organisation: m.desk_type_organisation,
	country: m.desk_type_country,
	city: m.desk_type_city,
	district: m.desk_type_district,
	landmark: m.desk_type_landmark,
	work: m.desk_type_work,
	thing: m.desk_type_thing
};

const STANDING_WORDS: Record<Standing, () => string> = {
	stated: m.desk_standing_stated,
	claimed: m.desk_standing_claimed,
	estimated: m.desk_standing_estimated,
	forecast: m.desk_standing_forecast,
	opinion: m.desk_standing_opinion
};

const GRAVE_WORDS: Record<Grave, () => string> = {
	deaths: m.desk_grave_deaths,
	children: m.desk_grave_children,
	injury: m.desk_grave_injury
};

const FORM_WORDS: Record<DeskAnswer['form'], () => string> = {
	name: m.desk_form_name,
	names: m.desk_form_names,
	text: m.desk_form_text,
	quantity: m.desk_form_quantity
};

const BASIS_WORDS: Record<Basis, () => string> = {
	stated: m.desk_basis_stated,
	inferred: m.desk_basis_inferred
};

const HEDGE_WORDS: Record<Hedge, (inputs: { what: string }) => string> = {
	exact: m.desk_hedge_exact,
	about: m.desk_hedge_about,
	almost: m.desk_hedge_almost,
	'at-least': m.desk_hedge_at_least,
	'more-than': m.desk_hedge_more_than,
	'at-most': m.desk_hedge_at_most,
	'less-than': m.desk_hedge_less_than
};

const DID_WORDS: Record<string, () => string> = {
	'add-question': m.desk_did_add_question,
	'remove-question': m.desk_did_remove_question,
	'add-comparison': m.desk_did_add_comparison,
	comparison: m.desk_did_comparison,
	'remove-comparison': m.desk_did_remove_comparison,
	ask: m.desk_did_ask,
	kind: m.desk_did_kind,
	answer: m.desk_did_answer,
	accept: m.desk_did_accept,
	distractors: m.desk_did_distractors,
	level: m.desk_did_level,
	explain: m.desk_did_explain,
	standing: m.desk_did_standing,
	source: m.desk_did_source,
	when: m.desk_did_when,
	grave: m.desk_did_grave,
	text: m.desk_did_text,
	name: m.desk_did_name,
	head: m.desk_did_head,
	'keep-draft': m.desk_did_keep_draft,
	'keep-drafts': m.desk_did_keep_drafts,
	'drop-draft': m.desk_did_drop_draft
};

/** What a name names, in a word or two. */
export const typeWord = (type: NameType) => TYPE_WORDS[type]();
/** What a standing means. */
export const standingWords = (standing: Standing) => STANDING_WORDS[standing]();
/** Why a fact is grave. */
export const graveWord = (grave: Grave) => GRAVE_WORDS[grave]();
/** What sort of thing an answer is. */
export const formWord = (form: DeskAnswer['form']) => FORM_WORDS[form]();
/** How the report's publisher or date is known. */
export const basisWord = (basis: Basis) => BASIS_WORDS[basis]();

/** What a step of the desk did, for saying that it was taken back; `head/title` is a part of `head`. */
export function didWords(what: string): string {
	const [kind = ''] = what.split('/');
	const words = Object.hasOwn(DID_WORDS, kind) ? DID_WORDS[kind] : undefined;
	return (words ?? m.desk_did_other)();
}

function amountWords({ amount, unit }: Quantity): string {
	const style = unit === 'share' ? 'percent' : 'decimal';
	const format = new Intl.NumberFormat('en', { style, maximumFractionDigits: 2 });
	if (amount.type === 'value') return format.format(amount.value);
	if (amount.type === 'vague') return amount.vague.replaceAll('-', ' ');
	return m.desk_amount_range({ low: format.format(amount.low), high: format.format(amount.high) });
}

/** A figure with what it counts: "dozens of houses", "several houses", "70 people". */
function countedWords(quantity: Quantity): string {
	const { amount, unit } = quantity;
	const words = amountWords(quantity);
	if (unit === '' || unit === 'share') return words;
	if (/^\p{Sc}/u.test(unit)) return `${unit}${words}`;
	const isPlural = amount.type === 'vague' && amount.vague.endsWith('s');
	return isPlural ? m.desk_amount_share_of({ share: words, of: unit }) : `${words} ${unit}`;
}

/** A figure as the program reads it: "about 70 people". */
export function quantityWords(quantity: Quantity): string {
	const { of, hedge } = quantity;
	const counted = countedWords(quantity);
	const what = of ? m.desk_amount_share_of({ share: counted, of }) : counted;
	return HEDGE_WORDS[hedge]({ what });
}

/** Where a fact stands: its report, and the paragraph in it. */
export function factPlace({ report, paragraph }: ComparedFact): string {
	const title = report || m.desk_untitled();
	if (paragraph === undefined) return title;
	const place = paragraph === 'caption' ? m.source_caption() : m.desk_paragraph({ paragraph });
	return `${title} · ${place}`;
}
