import { describe, expect, it } from 'vitest';
import * as format from '../../dashboards/format.ts';

describe('how values are written', () => {
  it.each([
    [format.formatCount(1234567), '1,234,567'],
    [format.formatCounted(1, 'text'), '1 text'],
    [format.formatCounted(0, 'text'), '0 texts'],
    [format.formatShare(0.0734), '7.3%'],
    [format.formatShare(0.07), '7.0%'],
    [format.formatScore(-0.456), '−0.46'],
    [format.formatScore(0.3), '+0.30'],
    [format.formatScore(-0.001), '0.00'],
    [format.formatRatio(1.164953), '1.16'],
    [format.formatRatio(1234.5), '1,235'],
    [format.formatExpected(0.2), '0.20'],
    [format.formatExpected(12.34), '12.3'],
    [format.formatExpected(12345.6), '12,346'],
    [format.formatProbability(0.0312), '0.031'],
    [format.formatProbability(0.00004321), '4.3e−5'],
    [format.formatProbability(0), '< 1e−300'],
    [format.formatDay('2025-03-01'), '1 Mar 2025'],
    [format.formatMoment('2025-03-01T23:05:59.000Z'), '1 Mar 2025, 23:05'],
    [format.formatSeconds(187.9), '3:07'],
    [format.formatBytes(999), '999 B'],
    [format.formatBytes(200_000_000), '200.0 MB'],
    [format.formatLanguage('zh'), 'Chinese'],
    [format.formatLanguage('und'), 'Unknown'],
    [format.formatLanguage('"<x>'), '"<x>'],
    [format.gradeName(-2), 'very negative'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});
