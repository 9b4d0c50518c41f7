// What both libraries' tests need: where the sandbox is, and names that no other test uses.
import { randomUUID } from "node:crypto";

/** The sandbox's address without a slash at the end, as the test that starts this gives it. */
export const server = process.env.SANDBOX_URL.replace(/\/$/, "");

/** Somebody with the sample's role. */
export const author = process.env.SANDBOX_AUTHOR;

/** Somebody without any role. */
export const nobody = process.env.SANDBOX_NOBODY;

/** A text that is in no other row. */
export const mark = () => `m${randomUUID().replaceAll("-", "")}`;

/** The refusal of a call: its status, where the library keeps it, its code and its message. */
export async function refusal(call) {
  try {
    await call;
  } catch (problem) {
    return { status: problem.status, code: problem.code, message: problem.message };
  }
  throw new Error("The call was not refused.");
}
