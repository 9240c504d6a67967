import { expect, test } from 'vitest';
import { deskProgress } from '#lib/domain/desk/progress.ts';
import { DEAD, smallDesk, WHERE } from './small-desk.ts';

test('questions by paragraph, kind and level', () => {
	const desk = smallDesk(WHERE, { ...WHERE, id: 'q-2', kind: 'what' });
	expect(deskProgress(desk)).toEqual({
		questions: 2,
		byKind: { who: 0, what: 1, where: 1, 'how-many': 0 },
		byLevel: { core: 0, detail: 2, fine: 0 },
		paragraphs: [
			{ number: 1, questions: 2 },
			{ number: 2, questions: 0 }
		],
		open: [2]
	});
});
test('of a report whose text is not here', () => {
	const desk = { ...smallDesk(DEAD), paragraphs: [], paragraphCount: 4 };
	expect(deskProgress(desk).open).toEqual([1, 3, 4]);
});
test('a caption may stay without a question', () => {
	const desk = smallDesk();
	const paragraphs = [{ number: 'caption' as const, text: 'A picture.' }, ...desk.paragraphs];
	const progress = deskProgress({ ...desk, paragraphs });
	expect(progress.open).toEqual([]);
	expect(progress.paragraphs[0]).toEqual({ number: 'caption', questions: 0 });
});
