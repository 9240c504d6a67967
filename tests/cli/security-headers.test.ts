import { describe, expect, it } from 'vitest';
import { securityHeaders } from '../../src/cli/security-headers.ts';

describe('securityHeaders', () => {
	it.each([
		['X-Content-Type-Options', 'nosniff'],
		['X-Frame-Options', 'DENY'],
		['Referrer-Policy', 'no-referrer'],
		['Cross-Origin-Opener-Policy', 'same-origin'],
		['Cross-Origin-Resource-Policy', 'same-origin']
	])('sets %s', (name, value) => {
		expect(securityHeaders('http://localhost:3000')[name]).toBe(value);
	});

	it('lets no site frame the app', () => {
		expect(securityHeaders('http://localhost:3000')['Content-Security-Policy']).toContain(
			"frame-ancestors 'none'"
		);
	});

	it('asks for https only where it is served by https', () => {
		expect(securityHeaders('http://localhost:3000')).not.toHaveProperty(
			'Strict-Transport-Security'
		);
		expect(securityHeaders('https://recount.example')).toHaveProperty('Strict-Transport-Security');
	});
});
