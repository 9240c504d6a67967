interface Policy {
	createHTML(html: string): unknown;
}

interface PolicyFactory {
	createPolicy(name: string, rules: { createHTML: (html: string) => string }): Policy;
}

let policy: Policy | undefined;

/** HTML as browsers with Trusted Types let a parser take it; they name no other use of this policy. */
function trusted(html: string): string {
	const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
	if (!factory) return html;
	policy ??= factory.createPolicy('recount-inert-page', { createHTML: (given) => given });
	return policy.createHTML(html) as string;
}

/** Parses HTML into a document that is never shown: nothing in it runs or loads. */
export function inertPage(html: string): Document {
	return new DOMParser().parseFromString(trusted(html), 'text/html');
}
