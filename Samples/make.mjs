// Makes the files of the samples: pictures, documents, packages. They are committed; build the solution, and run it again after a change here:
//   node Samples/make.mjs [path of Chromium, Chrome or Edge, for the pictures too [address of a running sandbox, for the screenshots too]]
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const root = dirname(fileURLToPath(import.meta.url));

function save(path, bytes) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

const read = (path) => readFileSync(join(root, path));

function pictures(browser) {
  const logo = 'data:image/svg+xml;base64,' + read('art/logo.svg').toString('base64');
  const page = pathToFileURL(join(root, 'art/images.html')) + '#' + encodeURIComponent(logo);
  const dom = execFileSync(browser, ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=5000', '--dump-dom', page], { maxBuffer: 1 << 28 }).toString();
  for (const [, path, data] of dom.matchAll(/<pre>(\S+) data:image\/\w+;base64,([^<]+)<\/pre>/g)) save(path, Buffer.from(data, 'base64'));
}

function screenshots(browser, address) {
  const pages = {
    offers: '/',
    checklist: '/main.aspx?pagetype=entityrecord&etn=rdy_offer&id=0f1b57ab-0000-4000-8000-000000000001',
    asset: '/main.aspx?pagetype=entityrecord&etn=rdy_marketingasset&id=0d5a7e00-0000-4000-8000-000000000109',
  };
  for (const [name, page] of Object.entries(pages)) {
    const file = join(root, `dataverse-readiness/screens/${name}.png`);
    execFileSync(browser, ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--window-size=1280,720', '--virtual-time-budget=15000', `--screenshot=${file}`, address + page], { stdio: 'ignore' });
  }
}

/** A zip with a fixed date, so that the same files give the same bytes. */
function zip(files) {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const path = Buffer.from(name);
    const head = Buffer.alloc(26);
    [[20, 0], [0x800, 2], [8, 4], [0, 6], [0x4D94, 8]].forEach(([value, at]) => head.writeUInt16LE(value, at));
    [[crc32(bytes), 10], [packed.length, 14], [bytes.length, 18]].forEach(([value, at]) => head.writeUInt32LE(value, at));
    head.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    locals.push(Buffer.from('PK\x03\x04'), head, path, packed);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, path);
    offset += 30 + path.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

/** The entries of a zip, by name. */
function unzip(bytes) {
  const files = {};
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  for (let at = bytes.readUInt32LE(end + 16); bytes.readUInt32LE(at) === 0x02014b50;) {
    const packed = bytes.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    files[bytes.toString('utf8', at + 46, at + 46 + name)] = bytes.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** A PDF of headings (lines that start with #) and paragraphs, wrapped at about the width of a page. */
function pdf(title, lines) {
  const pages = [[]];
  let y = 780;
  const put = (text, size, gap) => {
    if (y < 70) {
      pages.push([]);
      y = 780;
    }
    y -= gap;
    pages.at(-1).push(`BT /F${size > 12 ? 2 : 1} ${size} Tf 60 ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`);
    y -= size * 0.4;
  };
  for (const line of [`# ${title}`, ...lines]) {
    if (line.startsWith('# ')) put(line.slice(2), 16, 26);
    else for (const [index, part] of line.match(/.{1,88}(?:\s|$)/g).entries()) put(part.trim(), 11, index === 0 ? 18 : 13);
  }
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>');
  objects.push(`<< /Title (${title}) >>`);
  const kids = pages.map((page) => {
    const stream = page.join('\n');
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${objects.length} 0 R >>`);
    return `${objects.length} 0 R`;
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0') + ' 00000 n \n';
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const xml = '<?xml version="1.0" encoding="utf-8"?>\n';
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A Word document of headings (lines that start with #) and paragraphs. */
function docx(lines) {
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const paragraph = (line) => line.startsWith('# ')
    ? `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>${escape(line.slice(2))}</w:t></w:r></w:p>`
    : `<w:p><w:r><w:t>${escape(line)}</w:t></w:r></w:p>`;
  return zip({
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `${xml}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style></w:styles>`,
    'word/document.xml': `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map(paragraph).join('')}</w:body></w:document>`,
  });
}

const contentTypes = (...extensions) =>
  `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${extensions.map((extension) => `<Default Extension="${extension}" ContentType="application/octet-stream" />`).join('')}</Types>`;

const solution = (name, title, version, managed) => zip({
  'solution.xml': `${xml}<ImportExportXml version="9.2" SolutionPackageVersion="9.2" languagecode="1033"><SolutionManifest><UniqueName>${name}</UniqueName><LocalizedNames><LocalizedName description="${title}" languagecode="1033" /></LocalizedNames><Descriptions /><Version>${version}</Version><Managed>${managed}</Managed><RootComponents /><MissingDependencies /></SolutionManifest></ImportExportXml>`,
  'customizations.xml': `${xml}<ImportExportXml><Entities /><Roles /><Workflows /><Languages><Language>1033</Language></Languages></ImportExportXml>`,
  '[Content_Types].xml': contentTypes('xml'),
});

const importConfig = (file) =>
  `${xml}<configdatastorage installsampledata="false" waitforsampledatatoinstall="true"><solutions><configsolutionfile solutionpackagefilename="${file}" /></solutions></configdatastorage>`;

const input = (values, locale) =>
  `${xml}<PvsPackageData>\n${Object.entries(values).map(([name, value]) => `  <${name}>${value}</${name}>\n`).join('')}  <Locales>\n    ${locale}\n  </Locales>\n</PvsPackageData>\n`;

const locale = (code, isDefault, logo, terms) =>
  `<PackageLocale Code="${code}" IsDefault="${isDefault}"><Logo>${logo}</Logo><Terms><PackageTerm File="${terms}" /></Terms></PackageLocale>`;

// Stands where a real package has its compiled deployment class: a sample holds no build output.
const deployment = 'MZ: the place of the package DLL. This sample shows the structure of a package; it cannot be deployed.\n';

/** A zip with everything compiled left out, in the zips inside it too: a sample holds no build output. */
const withoutAssemblies = (bytes) => zip(Object.fromEntries(Object.entries(unzip(bytes)).map(([name, content]) =>
  [name, name.endsWith('.dll') ? deployment : name.endsWith('.zip') ? withoutAssemblies(content) : content])));

function ownFiles() {
  const folder = 'dataverse-readiness';
  save(`${folder}/documents/user-guide.pdf`, pdf('Dataverse Readiness: user guide', [
    'Dataverse Readiness keeps the requirements of the marketplace beside the offer they apply to. It checks what data and files can show, says what fails and why, and leads to the field where it is fixed.',
    '# Set up',
    'Import the managed solution. Give each author the role Readiness Author, each reviewer Readiness Reviewer, everybody else who should look Readiness Reader. Switch auditing on in the environment. Open the app Offer Readiness.',
    '# Record an offer',
    'Create an offer and give it a name. The checklist appears on the tab Readiness when you save. Fill in the other tabs in any order; nothing has to be complete. A value that can never be right, such as a damaged image, is refused with a message that says what to enter.',
    '# Trials, support links, marketing assets',
    'Add at least one way to try the app, a support link and a help link. Upload each logo as a marketing asset of its kind. Size and format are read from the bytes of the file, not from its name. A document is inspected shortly after its upload.',
    '# Read the checklist',
    'A requirement is met, not met, not applicable or undecided. Undecided ones need a person or a measurement: a reviewer confirms or rejects them with a note. When a value that a judgement rests on changes, the judgement is void and the requirement is undecided again.',
    '# Submit',
    'An offer moves to Ready to submit when no mandatory requirement is open. If one opens later, the offer goes back to In review and its status note says why.',
    '# Get help',
    'https://dataversereadiness.example/help and support@dataversereadiness.example.',
  ]));
  const scenarios = [
    'The app helps a team that prepares a Dynamics 365 app for the marketplace to find out before the submission what would fail in certification.',
    '# Journey of an administrator',
    'Import the managed solution; expect the app Offer Readiness and three roles. Assign the roles. Delete the solution; expect every component to be gone.',
    '# Journey of an author',
    'Create an offer with a name only; expect a checklist in which the mandatory requirements are open. Upload a logo of 41 x 40 pixels as the 40 x 40 logo; expect the requirement to be not met with the measured size. Replace it by one of 40 x 40 pixels; expect it to be met.',
    'Enter http://example.com as privacy policy; expect the save to be refused with the name of the column.',
    '# Journey of a reviewer',
    'Open an undecided requirement and confirm it with a note; expect the name, the time and the note beside it. Change the value it rests on; expect the judgement to be void.',
    '# Ready to submit',
    'Set an offer with an open mandatory requirement to Ready to submit; expect a refusal that names the requirement. Close the last one and try again; expect it to succeed.',
    '# External connections',
    'None. The app reads and writes only the tables of its own solution.',
  ];
  save(`${folder}/documents/scenarios.docx`, docx(['# Dataverse Readiness: scenarios and use cases', ...scenarios]));
  save(`${folder}/documents/scenarios.pdf`, pdf('Offer Readiness: key usage scenarios', scenarios));
  save(`${folder}/package/DataverseReadiness_AppSource.zip`, withoutAssemblies(readFileSync(join(root, '../out/DataverseReadiness_AppSource.zip'))));
}

function firstSubmission() {
  const folder = 'first-submission';
  const guide = pdf('SmartDispatch', ['To be written.']);
  save(`${folder}/documents/brochure.docx`, docx(['# SmartDispatch', 'The ultimate dispatching experience!']));
  save(`${folder}/documents/guide.pdf`, guide.subarray(0, guide.length - 40));
  save(`${folder}/documents/scenarios.txt`, 'Scenarios: see e-mail.\n');
  save(`${folder}/package/Smart Dispatch.zip`, zip({
    'Input.xml': input(
      {
        ProviderName: 'Fabrikam',
        PackageFile: 'package.zip',
        SolutionAnchorName: 'SmartDispatch_managed.zip',
        StartDate: '2026-01-15',
        EndDate: '01/15/2027',
        SupportedCountries: 'US, CA,\n    UK',
        LearnMoreLink: 'www.fabrikam.example/smartdispatch',
      },
      locale(1031, false, 'icon.png', 'https://www.fabrikam.example/terms')),
    'Content_Types].xml': contentTypes('xml', 'zip'),
    'icon.png': read(`${folder}/package/icon.png`),
    '__MACOSX/._Input.xml': 'Mac OS X',
    '.DS_Store': 'Bud1',
    'package.zip': zip({
      'PkgFolder/ImportConfig.xml': importConfig('SmartDispatch.zip'),
      'PkgFolder/SmartDispatch.zip': solution('SmartDispatch', 'SmartDispatch', '1.0.0.0', 0),
      'PkgFolder/SmartDispatch.Package.dll': deployment,
    }),
  }));
}

const [, , browser, address] = process.argv;
if (browser) pictures(browser);
if (address) screenshots(browser, address);
ownFiles();
firstSubmission();
