/** The script that `action.yml` runs. */
import { getInput, info, setFailed, setOutput, summary, warning } from '@actions/core';
import { shippedKnowledge } from './action-knowledge.ts';
import { answerIssue } from './answer-issue.ts';

await answerIssue({
  env: process.env,
  getInput,
  setOutput,
  info,
  warning,
  setFailed,
  writeSummary: (text) => summary.addRaw(text, true).write(),
  shippedKnowledge,
  second: 1000,
});
