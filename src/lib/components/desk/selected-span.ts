import type { Span } from '#lib/domain/desk/types.ts';

const paragraphOf = (node: Node): HTMLElement | null => {
	const element = node instanceof Element ? node : node.parentElement;
	return element?.closest<HTMLElement>('[data-paragraph]') ?? null;
};

function lengthTo(paragraph: Element, node: Node, offset: number): number {
	const range = document.createRange();
	range.selectNodeContents(paragraph);
	range.setEnd(node, offset);
	return range.toString().length;
}

function selectedRange(): Range | undefined {
	const selection = getSelection();
	return selection && !selection.isCollapsed && selection.rangeCount > 0
		? selection.getRangeAt(0)
		: undefined;
}

/** The words a person has selected on the page, as far as they stand in one paragraph of a text. */
export function selectedSpan(within: Element): { span: Span; range: Range } | undefined {
	const range = selectedRange();
	const paragraph = range && paragraphOf(range.startContainer);
	if (!range || !paragraph || !within.contains(paragraph)) return undefined;
	const text = paragraph.textContent ?? '';
	const start = lengthTo(paragraph, range.startContainer, range.startOffset);
	const isWithin = paragraph.contains(range.endContainer);
	const end = isWithin ? lengthTo(paragraph, range.endContainer, range.endOffset) : text.length;
	if (text.slice(start, end).trim() === '') return undefined;
	const number = paragraph.dataset.paragraph ?? '';
	return { range, span: { paragraph: number === 'caption' ? number : Number(number), start, end } };
}
