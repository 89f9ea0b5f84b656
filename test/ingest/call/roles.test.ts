import { expect, test } from 'vitest';
import { roleOfName, tellRoles } from '../../../src/ingest/call/roles.ts';

test.each([
  ['Agent', 'agent'],
  ['Agent Tom', 'agent'],
  ['Advisor', 'agent'],
  ['Sales Representative', 'agent'],
  ['CSR', 'agent'],
  ['Customer Service', 'agent'],
  ['Customer Support Rep', 'agent'],
  ['客服', 'agent'],
  ['Mitarbeiterin', 'agent'],
  ['Customer', 'customer'],
  ['CALLER 1', 'customer'],
  ['Client', 'customer'],
  ['顾客', 'customer'],
  ['Kunde', 'customer'],
  ['Anna', 'unknown'],
  ['Speaker 1', 'unknown'],
  ['Reptile House', 'unknown'],
])('%s is %s', (speaker, role) => {
  expect(roleOfName(speaker)).toBe(role);
});

const turns = (...lines: [string, string][]) => lines.map(([speaker, text]) => ({ speaker, text }));

test('of two speakers with one known the other is the other side', () => {
  expect(tellRoles(turns(['Anna', 'Hello'], ['Agent', 'Hello']))).toEqual(
    new Map([
      ['Anna', 'customer'],
      ['Agent', 'agent'],
    ]),
  );
  expect(tellRoles(turns(['Customer', 'Hello'], ['Tom', 'Hello'])).get('Tom')).toBe('agent');
});

test('of two unknown speakers the one who greets for a company is the agent', () => {
  const roles = tellRoles(
    turns(['A', 'Hello'], ['B', 'Thank you for calling Acme.'], ['A', 'Thank you, my bill is wrong.']),
  );
  expect(roles.get('B')).toBe('agent');
  expect(roles.get('A')).toBe('customer');
});

test('nobody is guessed where nobody greets, both do, or there are three', () => {
  const unknown = (roles: Map<string, string>) => [...roles.values()].every((role) => role === 'unknown');
  expect(unknown(tellRoles(turns(['A', 'Hello'], ['B', 'Hi'])))).toBe(true);
  expect(unknown(tellRoles(turns(['A', 'Welcome to Acme'], ['B', 'Welcome to Acme'])))).toBe(true);
  expect(unknown(tellRoles(turns(['A', 'Thank you for calling'], ['B', 'Hi'], ['C', 'Hi'])))).toBe(true);
});
