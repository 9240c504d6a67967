import { isByline, isDatedByline } from './intake-bylines.ts';
import { isCopyright } from './intake-copyright.ts';
import { isDateLine } from './intake-dates.ts';
import type { TakenKind } from './types.ts';

const phrases = (list: string) => new RegExp(`^(?:${list})$`, 'i');

/** Lines of a page that never belong to its text, as whole lines. */
const FURNITURE = phrases(
	[
		'advertise?ments?(?: - .{1,40})?',
		'advertising',
		'sponsored(?: content)?',
		'story continues below(?: this)?(?: advertisement)?',
		'(?:article|story|post) continues (?:below|after) (?:this )?advertisement',
		'continue reading(?: the main story)?',
		'read (?:more|next|also|full (?:article|story))',
		'(?:read more|read also|read next|related|see also|also read|more on this(?: story)?) ?[:>|] ?.{1,160}',
		'read more (?:about|on|from) .{1,100}',
		'related (?:articles?|stories|story|content|topics?|news|coverage)',
		'more on this story',
		'share (?:this|the|on|via|to) (?:article|story|page|post|facebook|twitter|x|whatsapp|email|linkedin|reddit)(?: on .{1,30})?',
		'share this(?: with| article)?',
		'(?:email|print|save|bookmark) this (?:article|story|page)',
		'copy (?:this )?link',
		'(?:most|more) (?:read|popular|viewed|shared|from .{1,40})',
		'(?:trending|recommended|recommended for you|you may also like|what to read next)',
		'(?:view|show|leave|post|add) (?:all |a )?comments?(?: \\(\\d+\\))?',
		'\\d+ (?:comments?|shares?)',
		'follow (?:us|.{1,40}) on (?:facebook|twitter|x|instagram|whatsapp|telegram|youtube)',
		'back to top',
		'skip to (?:main )?content',
		'(?:sign|log) (?:in|up|out)(?: or .{1,30})?',
		'accept (?:all )?(?:cookies)?',
		'(?:manage|cookie) (?:preferences|settings|cookies|policy)',
		'privacy policy|terms (?:of use|of service|and conditions)',
		'get the app|download (?:the|our) app',
		'loading ?(?:\\.{3}|…)?',
		'enlarge (?:this )?image|toggle caption|hide caption|view image in fullscreen',
		'play video|video|watch|listen'
	].join('|')
);

/** Words that also stand in texts: a line of their own is furniture only where no sentence is open. */
const BUTTON = phrases(
	'share|tweet|save|print|e-?mail|comments?|menu|more|related|ad|subscribe|register|like|close|search|home|facebook|twitter|whatsapp|linkedin|reddit'
);

const NOTICE = new RegExp(
	'^(?:we(?: and our partners)? use cookies|this (?:web)?site uses cookies|by (?:continuing to (?:use|browse)|using this site)' +
		'|subscribe (?:to|now|today)|sign up (?:to|for) .{0,80}(?:newsletter|email|briefing|alerts?|updates)|get .{1,60} (?:newsletter|in your inbox)' +
		'|register (?:now|for free|to continue)|already a subscriber|to continue reading|you have .{1,30} free articles?' +
		'|click here (?:to|for)|our (?:privacy|cookie) policy)',
	'i'
);

const AGENCY_ALONE =
	/^[[(–—-]?\s*(?:reuters|afp|ap|epa|upi|bbc|xinhua|agence france-presse|associated press|the associated press|agencies)[\])]?$/i;
const CONTRIBUTED = /^[^.!?]+ contributed (?:reporting|to this (?:report|story|article))\.?$/;
const SOURCE_MARK = /^(?:image|video|photo|picture) source[,:]?\s/i;

const ADDRESS = /^[<([]?(?:https?:\/\/|www\.|pic\.twitter\.com\/)\S+$/i;

function isSourceLine(line: string): boolean {
	return SOURCE_MARK.test(line) || (line.length <= 250 && CONTRIBUTED.test(line));
}

/** What a whole line is, where it cannot be read as part of the text; trimmed, of one space each. */
export function furnitureKind(line: string): TakenKind | undefined {
	if (line.length > 600) return undefined;
	const plain = line.replace(/^[\s>»›→▶•|*-]+|[\s>»›→▼|*]+$/g, '').replace(/[.:]$/, '');
	if (FURNITURE.test(plain)) return 'rest';
	if (NOTICE.test(plain) && line.split(' ').length <= 60) return 'rest';
	if (/^[\p{P}\p{S}\s]+$/u.test(line) && !/[.…"“”']/.test(line)) return 'rest';
	if (line.split(' ').every((word) => ADDRESS.test(word))) return 'link';
	return [isCopyright, isSourceLine].some((is) => is(line)) ? 'credit' : undefined;
}

/** What a whole line is where no sentence runs into it or out of it. */
export function looseKind(line: string): TakenKind | undefined {
	if (line.length > 200) return undefined;
	if (BUTTON.test(line)) return 'rest';
	const isCredit = [isDateLine, isByline, isDatedByline].some((is) => is(line));
	return isCredit || AGENCY_ALONE.test(line) ? 'credit' : undefined;
}
