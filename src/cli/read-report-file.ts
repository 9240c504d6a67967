import { readPasted } from '#lib/domain/desk/intake.ts';

/** The running text of a report's file, a paragraph a line, without captions, credits and headings. */
export function readReportFile(content: string): string {
	return readPasted(content)
		.paragraphs.filter(({ number }) => number !== 'caption')
		.map(({ text }) => text.replaceAll('\n', ' '))
		.join('\n');
}
