import { modeWord, whenText } from '#lib/components/classroom/words.ts';
import type { Assignment } from '#lib/domain/classroom/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ways } from '#lib/state/teach/handing-out.svelte.ts';

type Why = Ways['why'][number];

const TITLES: Record<Ways['carrier'], () => string> = {
	qr: m.make_way_qr,
	link: m.make_way_link,
	file: m.make_way_file
};

/** A way of handing out, as a heading. */
export function wayTitle(way: Ways['carrier']): string {
	return TITLES[way]();
}

function whyText(why: Why, { link, hasGroups }: Ways): string {
	switch (why) {
		case 'qr-fits':
			return m.make_why_qr_fits();
		case 'test-needs-words':
			return m.make_why_test();
		case 'own-questions':
			return hasGroups ? m.make_why_groups() : m.make_why_own();
		case 'too-many-for-qr':
			return m.make_why_too_many();
		case 'link-safe':
			return m.make_why_link_safe({ letters: link.length });
		case 'link-long':
			return m.make_why_link_long({ letters: link.length });
		case 'link-too-long':
			return m.make_why_link_too_long({ letters: link.length });
	}
}

/** Why it goes out as it does, in sentences. */
export function whyWords(ways: Ways): string[] {
	return ways.why.map((why) => whyText(why, ways));
}

/** The terms of an assignment, each in a few words. */
export function termsWords({ rules, versions }: Pick<Assignment, 'rules' | 'versions'>): string[] {
	const { minutes, attempts, opensAt, closesAt } = rules;
	return [
		modeWord(rules),
		m.assigned_count({ count: versions.at(-1)?.items.length ?? 0 }),
		...(minutes === undefined ? [] : [m.assigned_minutes({ count: minutes })]),
		m.assigned_attempts({ count: attempts }),
		...(opensAt === undefined ? [] : [m.assigned_opens({ when: whenText(opensAt) })]),
		...(closesAt === undefined ? [] : [m.assigned_closes({ when: whenText(closesAt) })])
	];
}
