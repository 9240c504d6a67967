import { m } from '#lib/paraglide/messages.js';
import type { WhatsNext } from '#lib/state/whats-next.ts';
import { dayName, timeOfDay } from './time-words.ts';

interface Told {
	next: WhatsNext;
	/** epoch ms and how many, where cards in steps come back today */
	steps?: { at: number; count: number };
	today: number;
}

/** What is next and when: "Next: 3 cards at 14:10. Tomorrow: 12 cards." */
export function nextWords({ next, steps, today }: Told): string {
	const words: string[] = [];
	if (steps) words.push(m.next_steps({ count: steps.count, time: timeOfDay(steps.at) }));
	if (next.tomorrow) words.push(m.next_tomorrow({ count: next.tomorrow }));
	else if (next.nextDay !== undefined)
		words.push(m.next_day({ day: dayName(next.nextDay, today) }));
	return words.join(' ') || m.next_none();
}
