// What a pipeline would otherwise only say when it runs: that its file is none, or names a command, an option or a file that is not there.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import validator from "@action-validator/core";
import Ajv from "ajv";
import { load } from "js-yaml";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const here = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

const workflows = [".github/workflows/ci.yml", "docs/pipelines/github/readiness.yml"];
const pipelines = ["azure-pipelines.yml", "docs/pipelines/azure/readiness.yml"];
const commands = here("commands.json");
const tasks = here("tasks.json");
const isPipeline = new Ajv({ allErrors: true, schemaId: "auto" }).compile(here("azure-pipelines.schema.json"));

const workflowErrors = (text) => validator.validateWorkflow(text).errors;
const pipelineErrors = (text) => (isPipeline(load(text)) ? [] : isPipeline.errors.map((error) => `${error.dataPath} ${error.message}`));

const jobsOf = (pipeline) => (pipeline.stages ?? [pipeline]).flatMap((stage) => stage.jobs);
const stepsOf = (job) => job.steps ?? Object.values(job.strategy.runOnce).flatMap((hook) => hook.steps);
const azureSteps = (path) => jobsOf(load(read(path))).flatMap(stepsOf);
const githubSteps = (path) => Object.values(load(read(path)).jobs).flatMap((job) => job.steps);

/** The simple commands of a script, each as its words; what stands in an if or behind && and || is one of its own. */
function simpleCommands(script) {
  return script
    .split(/\n|&&|\|\||;/)
    .map((line) => line.replace(/^\s*(?:then|else|do)\s+/, "").trim())
    .filter((line) => line && !/^(?:if|then|fi|for|done|else|\[|#|exit|echo|cat|mkdir|\w+=)/.test(line))
    .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((word) => word[1] ?? word[2]));
}

/** Says what is wrong with a command; nothing where it and its options exist. */
function problemOf(words) {
  if (words[0] === "apt-get") return ["update", "install"].includes(words[1]) ? undefined : `apt-get has no '${words[1]}' here`;
  if (words[0] === "dotnet" && words[1] === "tool") return words[2] === "restore" ? undefined : `dotnet tool has no '${words[2]}' here`;
  if (words[0] === "dotnet" && ["readiness", "pac"].includes(words[1])) words = words.slice(1);
  if (words[0] === "dotnet" && words[1] === "build") return existsSync(join(root, words[2])) ? undefined : `there is no '${words[2]}'`;
  if (words[0] === "dotnet" && words[1] === "run") return ownProblem(words);
  if (words[0].includes("/")) return existsSync(join(root, words[0])) ? undefined : `there is no file '${words[0]}'`;
  const name = Object.keys(commands).find((known) => `${words.join(" ")} `.startsWith(`${known} `));
  if (!name) return `there is no command '${words.join(" ")}'`;
  const known = commands[name];
  for (let i = name.split(" ").length; i < words.length; i++) {
    if (!words[i].startsWith("--")) continue;
    if (!(words[i] in known)) return `'${name}' has no option '${words[i]}'`;
    const values = known[words[i]];
    if (values === null) continue;
    const value = words[++i];
    if (value === undefined || value.startsWith("--")) return `'${words[i - 1] ?? words[i]}' of '${name}' has no value`;
    if (Array.isArray(values) && !values.includes(value.split("=")[0])) return `'${words[i - 1]}' of '${name}' does not take '${value}'`;
  }
}

/** Of the projects of this repository: the project, its command and its options stand in its sources. */
function ownProblem(words) {
  const project = words[words.indexOf("--project") + 1];
  if (!existsSync(join(root, project, `${project}.csproj`))) return `there is no project '${project}'`;
  const help = sources(join(root, project)).join("\n");
  const given = words.slice(words.indexOf("--") + 1);
  const unknown = given.filter((word, i) => (i === 0 && !word.startsWith("--")) || word.startsWith("--")).find((word) => !help.includes(`"${word}"`));
  return unknown && `'${project}' does not know '${unknown}'`;
}

const sources = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".cs"))
    .map((file) => readFileSync(join(folder, file), "utf8"));

for (const path of workflows) {
  test(`${path} is a workflow`, () => {
    assert.deepEqual(workflowErrors(read(path)), []);
  });

  test(`${path} takes no more rights than it needs`, () => {
    const workflow = load(read(path));
    const allowed = { contents: "read", "security-events": "write", "id-token": "write" };

    assert.deepEqual(workflow.permissions, {});
    for (const [name, job] of Object.entries(workflow.jobs)) {
      assert.ok(job["timeout-minutes"], `${name} has no time limit`);
      for (const [right, level] of Object.entries(job.permissions)) assert.equal(allowed[right], level, `${name}: ${right}`);
    }
    assert.doesNotMatch(read(path), /secrets\./);
    assert.doesNotMatch(read(path), /pull_request_target/);
  });

  test(`${path} pins every action and puts no expression into a script`, () => {
    for (const step of githubSteps(path)) {
      if (step.uses) assert.match(step.uses, /^[\w-]+\/[\w/-]+@(?:v\d+|[0-9a-f]{40})$/);
      if (step.uses?.startsWith("actions/checkout@")) assert.equal(step.with["persist-credentials"], false);
      if (step.run) assert.doesNotMatch(step.run, /\$\{\{/);
    }
  });
}

for (const path of pipelines) {
  test(`${path} is a pipeline`, () => {
    assert.deepEqual(pipelineErrors(read(path)), []);
  });

  test(`${path} gives every task only inputs that it has`, () => {
    for (const step of azureSteps(path).filter((step) => step.task)) {
      assert.ok(tasks[step.task], step.task);
      for (const input of Object.keys(step.inputs ?? {})) assert.ok(tasks[step.task].includes(input), `${step.task}: ${input}`);
    }
  });
}

for (const [path, scripts] of [
  ...workflows.map((path) => [path, githubSteps(path).flatMap((step) => step.run ?? [])]),
  ...pipelines.map((path) => [path, azureSteps(path).flatMap((step) => step.bash ?? [])]),
]) {
  test(`${path} runs commands, options and files that exist`, () => {
    assert.ok(scripts.length > 0);
    for (const script of scripts) {
      const parsed = spawnSync("bash", ["-n"], { input: script, encoding: "utf8" });
      assert.equal(parsed.status, 0, parsed.stderr);
      for (const words of simpleCommands(script)) assert.equal(problemOf(words), undefined);
    }
  });
}

test("docs/deployment.md names commands, options and files that exist", () => {
  const blocks = [...read("docs/deployment.md").matchAll(/^```(?:bash)?\n([^]*?)^```/gm)].map((block) => block[1]);

  assert.ok(blocks.length > 3);
  for (const words of blocks.flatMap(simpleCommands)) assert.equal(problemOf(words), undefined);
});

test("the tools of the manifest are the ones that are run", () => {
  const manifest = JSON.parse(read("docs/pipelines/dotnet-tools.json"));

  assert.deepEqual(Object.values(manifest.tools).flatMap((tool) => tool.commands), ["readiness", "pac"]);
  for (const tool of Object.values(manifest.tools)) assert.match(tool.version, /^\d+\.\d+\.\d+$/);
});

test("what the command line of this repository takes is what commands.json says", () => {
  const text = sources(join(root, "Cli")).join("\n");

  for (const [option, formats] of Object.entries(commands["readiness check"])) {
    assert.ok(text.includes(`"${option}"`), option);
    for (const format of formats) assert.ok(text.includes(`"${format}"`), format);
  }
  assert.match(read("Cli/Cli.csproj"), /<PackageId>DataverseReadiness\.Cli<\/PackageId>/);
  assert.match(read("Cli/Cli.csproj"), /<ToolCommandName>readiness<\/ToolCommandName>/);
});

// The exit code of the check is the step's: 2 says that something could not be read, and is no passing state of a pull request.
for (const [system, steps, variables] of [
  ["GitHub", githubSteps(workflows[1]), { GITHUB_EVENT_NAME: "pull_request" }],
  ["Azure", azureSteps(pipelines[1]), { BUILD_REASON: "PullRequest" }],
]) {
  for (const status of [0, 1, 2, 70]) {
    test(`a pull request on ${system} ends with the check's ${status}`, () => {
      const folder = mkdtempSync(join(tmpdir(), "readiness-pipeline-"));
      try {
        writeFileSync(join(folder, "dotnet"), `#!/bin/sh\necho "$@" > asked\nexit ${status}\n`, { mode: 0o755 });
        const script = steps.map((step) => step.run ?? step.bash ?? "").find((text) => text.includes("readiness check"));
        const env = { ...process.env, ...variables, PATH: `${folder}:${process.env.PATH}`, OFFER: "offer", PACKAGE: "a.zip", BUILD_ARTIFACTSTAGINGDIRECTORY: folder, GITHUB_STEP_SUMMARY: join(folder, "summary") };
        for (const [baseline, asked] of [["", /^readiness check offer a\.zip --format /], ["known.json", /^readiness check offer a\.zip --baseline known\.json --format /]]) {
          const run = spawnSync("bash", ["-e", "-c", script], { cwd: folder, env: { ...env, BASELINE: baseline }, encoding: "utf8" });
          assert.equal(run.status, status, run.stderr);
          assert.match(readFileSync(join(folder, "asked"), "utf8"), asked);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
}

test("both systems run the same checks of this repository, and .ci/run can be run", () => {
  const scripts = (steps) => steps.flatMap((step) => step.run ?? step.bash ?? []);

  assert.deepEqual(scripts(githubSteps(workflows[0])), scripts(azureSteps(pipelines[0])));
  if (process.platform !== "win32") assert.ok(statSync(join(root, ".ci/run")).mode & 0o100);
});

// A check that cannot fail is none.
for (const [name, errors, path, from, to] of [
  ["a step without an action", workflowErrors, workflows[0], "uses: actions/checkout@v5", "use: actions/checkout@v5"],
  ["a job that needs nobody", workflowErrors, workflows[1], "needs: check", "needs: checks"],
  ["an unknown right", workflowErrors, workflows[0], "contents: read", "content: read"],
  ["an unknown event", workflowErrors, workflows[0], "pull_request:", "pull_requests:"],
  ["an unknown key of a job", pipelineErrors, pipelines[0], "timeoutInMinutes", "timeoutMinutes"],
  ["a deployment without an environment", pipelineErrors, pipelines[1], "environment: sandbox", "name: sandbox"],
  ["a task without a version", pipelineErrors, pipelines[1], "UseDotNet@2", "UseDotNet"],
  ["a step that is none", pipelineErrors, pipelines[0], "- bash: .ci/run", "- run: .ci/run"],
]) {
  test(`${name} is found`, () => {
    assert.ok(read(path).includes(from));
    assert.notEqual(errors(read(path).replace(from, to)).length, 0);
  });
}

for (const [line, problem] of [
  ["dotnet readiness chek offer", "there is no command 'readiness chek offer'"],
  ["dotnet readiness check offer --formats html", "'readiness check' has no option '--formats'"],
  ["dotnet readiness check offer --format pdf=a.pdf", "'--format' of 'readiness check' does not take 'pdf=a.pdf'"],
  ["pac solution import --path", "'--path' of 'pac solution import' has no value"],
  [".ci/runs", "there is no file '.ci/runs'"],
  ["dotnet run --project Packager -- releases a b", "'Packager' does not know 'releases'"],
  ["dotnet run --project Package -- release a b", "there is no project 'Package'"],
]) {
  test(`'${line}' is found`, () => {
    assert.equal(problemOf(simpleCommands(line)[0]), problem);
  });
}
