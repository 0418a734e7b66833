import { expect, test } from 'vitest';
import { isSafeAddress, isWebAddress } from '../../../../src/domain/addresses/safe-address.ts';

test.each([
  ['https://faults.example/', { isSafe: true, isWeb: true }],
  ['HTTPS://faults.example', { isSafe: true, isWeb: true }],
  ['http://localhost:4321', { isSafe: true, isWeb: true }],
  ['http://127.0.0.1', { isSafe: true, isWeb: true }],
  ['http://[::1]:80/x', { isSafe: true, isWeb: true }],
  ['http://faults.example', { isSafe: false, isWeb: true }],
  ['http://localhost.example', { isSafe: false, isWeb: true }],
  ['ftp://localhost', { isSafe: false, isWeb: false }],
  ['ftp://faults.example', { isSafe: false, isWeb: false }],
  ['file://localhost/etc', { isSafe: false, isWeb: false }],
  ['ws://localhost', { isSafe: false, isWeb: false }],
  ['javascript:alert(1)', { isSafe: false, isWeb: false }],
  ['faults.example', { isSafe: false, isWeb: false }],
  ['', { isSafe: false, isWeb: false }],
])('%j is %j', (address, expected) => {
  expect({ isSafe: isSafeAddress(address), isWeb: isWebAddress(address) }).toEqual(expected);
});
