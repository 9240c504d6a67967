import type { NameType } from '#lib/bank/types.ts';
import { sayBytes } from '#lib/components/settings/say.ts';
import type { TakenKind } from '#lib/domain/desk/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { MissingPart, PLACE_TYPES } from '#lib/state/intake-head.ts';
import type { Arrival, IntakeTrouble } from '#lib/state/intake-arrivals.svelte.ts';

/** What the parts are called that a text is freed of. */
export const TAKEN_WORDS: Record<TakenKind, () => string> = {
	heading: m.intake_kind_heading,
	caption: m.intake_kind_caption,
	credit: m.intake_kind_credit,
	link: m.intake_kind_link,
	markup: m.intake_kind_markup,
	rest: m.intake_kind_rest
};

const TYPE_WORDS: Record<(typeof PLACE_TYPES)[number], () => string> = {
	city: m.intake_type_city,
	district: m.intake_type_district,
	landmark: m.intake_type_landmark,
	country: m.intake_type_country
};

const MISSING_WORDS: Record<MissingPart, () => string> = {
	title: m.intake_missing_title,
	publisher: m.intake_missing_publisher,
	date: m.intake_missing_date,
	place: m.intake_missing_place
};

/** What a new place can be: "a city". */
export function placeTypeWord(type: NameType): string | undefined {
	return type in TYPE_WORDS ? TYPE_WORDS[type as keyof typeof TYPE_WORDS]() : undefined;
}

/** What a report still needs, as a list; nothing where it has all. */
export function missingWords(parts: readonly MissingPart[]): string | undefined {
	if (parts.length === 0) return undefined;
	const list = new Intl.ListFormat(getLocale(), { type: 'conjunction' });
	return m.intake_missing({ what: list.format(parts.map((part) => MISSING_WORDS[part]())) });
}

/** How the text got here. */
export function arrivalWords({ from, name = '' }: Arrival): string {
	if (from === 'paste') return m.intake_came_paste();
	return name === '' ? m.intake_came_shared() : m.intake_came_file({ name });
}

/** Why no text came, and what to do. */
export function troubleWords(trouble: IntakeTrouble): string {
	switch (trouble.code) {
		case 'wrong-kind':
			return m.intake_wrong_kind(trouble);
		case 'too-large': {
			const { name, bytes, limit } = trouble;
			return m.intake_too_large({ name, size: sayBytes(bytes), limit: sayBytes(limit) });
		}
		case 'binary':
			return m.intake_binary(trouble);
		case 'empty':
			return m.intake_empty(trouble);
		case 'lost':
			return m.intake_unreadable(trouble);
		case 'link-only':
			return m.intake_link_only(trouble);
		default:
			return PLAIN_WORDS[trouble.code]();
	}
}

const PLAIN_WORDS = {
	'no-clipboard': m.intake_no_clipboard,
	'empty-clipboard': m.intake_empty_clipboard,
	'not-shared': m.intake_not_shared
};
