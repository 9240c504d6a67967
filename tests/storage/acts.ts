import fc from 'fast-check';
import type { Rating } from '#lib/domain/study/types.ts';
import { DAY_MS, metaOf, recall, TODAY, type Desk } from './support.ts';

/** One thing a person does, at a time after the last. */
export type Act =
	| { do: 'recall'; card: number; rating: Rating }
	| { do: 'add' | 'suspend' | 'unsuspend' | 'reset' | 'bury'; card: number }
	| { do: 'undo' }
	| { do: 'wait'; ms: number };

const card = fc.integer({ min: 0, max: 3 });
export const act: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('recall'),
			card,
			rating: fc.constantFrom<Rating>(1, 2, 3, 4)
		})
	},
	fc.record({ do: fc.constantFrom('add', 'suspend', 'unsuspend', 'reset', 'bury'), card }),
	{ weight: 2, arbitrary: fc.constant<Act>({ do: 'undo' }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('wait'),
			ms: fc.integer({ min: -DAY_MS, max: 9 * DAY_MS })
		})
	}
);

export async function perform(desk: Desk, what: Act): Promise<void> {
	if (what.do === 'wait') desk.clock.now += what.ms;
	else if (what.do === 'undo') {
		const last = await desk.study.lastUndoable();
		if (last) await desk.study.undo(last.id);
	} else if (what.do === 'recall') await recall(desk, metaOf(what.card), what.rating);
	else if (what.do === 'add') await desk.study.add([metaOf(what.card)]);
	else {
		const meta = metaOf(what.card);
		const [shown] = await desk.study.read([meta.id]);
		const body = what.do === 'bury' ? { type: what.do, untilDay: TODAY + 2 } : { type: what.do };
		await desk.study.change(meta, body, shown?.lastEventId);
	}
}
