"""A second verifier of bundles, written from the description of the form and not from the application's code.

Python 3 and its standard library, `ssh-keygen` and `openssl`. Prints {"outcome", "codes", "digest"} as JSON; exit code 0 for a release.

    verify.py BUNDLE --trust trust.json [--ledger-key ORIGIN=HEX]

Reads trust.json with signers (id, person, roles, key) and minimumApprovals; takes no demonstrations and no publishers' lists.
Does not look at figures: tables are checked by their digests only. The archive must be stored and sorted; it is not made again.
"""
import argparse, base64, hashlib, io, json, re, struct, subprocess, sys, tempfile, zipfile, zlib

NAMESPACE = 'freigabe.approval.v1'
NAME = re.compile(r'(VERIFY\.txt|[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*)\Z')
APPROVAL = re.compile(r'approvals/(\d\d)-([a-z-]+)\.json(\.sig)?\Z')
TAGS = ['VERIFY.txt', 'bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'release.json']
LEDGER = {'ledger/checkpoint.txt', 'ledger/leaves.txt'}
SCHEMAS = ['approval', 'build', 'evidence', 'policy', 'recipe', 'release', 'zones']
PAYLOAD = ['data/datapackage.json', 'data/evidence/evidence.json', 'data/evidence/method.de.txt', 'data/evidence/method.en.txt',
           'data/evidence/report.de.html', 'data/evidence/report.en.html', 'data/geo/zones.geojson', 'data/provenance/build.json',
           'data/recipe/policy.json', 'data/recipe/recipe.json', 'data/tables/zones.csv']
PAYLOAD += [f'data/schemas/{name}.schema.json' for name in SCHEMAS]
PREDICATE = {'seq', 'decision', 'role', 'signer', 'releaseId', 'claimedTime', 'comment', 'confirmed', 'auditHead', 'previousApproval'}


class Rejected(Exception):
    """Nothing further can be checked."""


def sha(data): return hashlib.sha256(data).digest()


def unpack(data, codes):
    """Files by name; E_CONTAINER where this is no stored, sorted archive, E_CHECKSUM where a CRC-32 does not fit."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
        names = [e.filename for e in entries]
        if names != sorted(set(names)) or not all(NAME.match(n) for n in names) or any(e.compress_type for e in entries):
            raise Rejected
        files = {}
        for e in entries:
            name_length, extra = struct.unpack('<HH', data[e.header_offset + 26:e.header_offset + 30])
            start = e.header_offset + 30 + name_length + extra
            files[e.filename] = data[start:start + e.file_size]
            if zlib.crc32(files[e.filename]) != e.CRC: codes.add('E_CHECKSUM')
        return files
    except (zipfile.BadZipFile, Rejected, struct.error, NotImplementedError, UnicodeError):
        codes.add('E_CONTAINER')
        raise Rejected from None


def canonical(data):
    """The value of RFC 8785 JSON and a line feed; None for any other bytes. Figures of bundles are whole or short decimals."""
    try:
        value = json.loads(data.decode('utf-8'))
        def utf16(v):
            if isinstance(v, dict): return {k: utf16(v[k]) for k in sorted(v, key=lambda k: k.encode('utf-16-be'))}
            return [utf16(each) for each in v] if isinstance(v, list) else v
        text = json.dumps(utf16(value), ensure_ascii=False, separators=(',', ':')) + '\n'
        return value if text.encode('utf-8') == data else None
    except (ValueError, RecursionError):
        return None


def check_files(files, codes):
    """Every file is sealed once, or is an approval or the ledger; all digests hold."""
    recipe = canonical(files.get('data/recipe/recipe.json', b'')) or {}
    products = recipe.get('products') if isinstance(recipe, dict) else None
    payload = PAYLOAD + [f'data/tables/{p}.{end}' for p in products or [] for end in ('csv', 'parquet')]
    sealed = {*TAGS, *payload, 'tagmanifest-sha256.txt'}
    if sealed - files.keys(): codes.add('E_MISSING_FILE')
    if any(n not in sealed | LEDGER and not APPROVAL.match(n) for n in files): codes.add('E_EXTRA_FILE')
    for manifest, covers in (('tagmanifest-sha256.txt', TAGS), ('manifest-sha256.txt', payload)):
        lines = files.get(manifest, b'').decode('latin-1')
        found = re.findall(r'([0-9a-f]{64})  (\S+)\n', lines)
        if ''.join(f'{d}  {p}\n' for d, p in found) != lines or [p for _, p in found] != sorted(covers): codes.add('E_MANIFEST')
        if any(p in files and sha(files[p]).hex() != d for d, p in found): codes.add('E_DIGEST')


def signature_key(armour):
    """Type and wire form of the key in an SSHSIG that is written as ssh-keygen writes it; None for another file."""
    try:
        blob = base64.b64decode(b''.join(armour.split(b'\n')[1:-2]), validate=True)
        body = base64.b64encode(blob).decode()
        lines = '\n'.join(body[i:i + 70] for i in range(0, len(body), 70))
        if f'-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n'.encode() != armour: return None
        key = blob[14:14 + struct.unpack('>I', blob[10:14])[0]]
        return key[4:4 + struct.unpack('>I', key[:4])[0]].decode(), base64.b64encode(key).decode(), blob
    except (ValueError, struct.error):
        return None


def ssh_keygen_accepts(kind, key, statement, armour):
    with tempfile.NamedTemporaryFile() as signature, tempfile.NamedTemporaryFile() as allowed:
        signature.write(armour), signature.flush()
        allowed.write(f'anybody {kind} {key}\n'.encode()), allowed.flush()
        command = ['ssh-keygen', '-Y', 'verify', '-f', allowed.name, '-I', 'anybody', '-n', NAMESPACE, '-s', signature.name]
        return subprocess.run(command, input=statement, capture_output=True).returncode == 0


def check_statement(path, index, statement, context):
    """The predicate of a statement that stands in its place and is about this bundle; else the code of what is wrong."""
    number, role, _ = APPROVAL.match(path).groups()
    try:
        [subject], p = statement['subject'], statement['predicate']
        decision = 'approve' if index else 'prepare'
        fits = statement['_type'] == 'https://in-toto.io/Statement/v1' and statement['predicateType'] == 'urn:freigabe:approval:v1'
        fits &= set(statement) == {'_type', 'subject', 'predicateType', 'predicate'} and set(p) == PREDICATE
        if not fits or (p['seq'], p['role'], p['decision']) != (index + 1, role, decision) or int(number) != index + 1: return 'E_STATEMENT'
        if (role == 'preparer') != (index == 0): return 'E_STATEMENT'
        about = subject == {'name': 'tagmanifest-sha256.txt', 'digest': {'sha256': context['digest']}}
        return p if about and p['releaseId'] == context['id'] else 'E_SUBJECT'
    except (KeyError, TypeError, ValueError):
        return 'E_STATEMENT'


def check_approvals(files, context, codes):
    """Statements, signatures, chain, roles; then approvals over distinct keys and persons."""
    trust, policy, good, before = context['trust'], context['policy'], [], None
    for index, path in enumerate(sorted({n.removesuffix('.sig') for n in files if APPROVAL.match(n)})):
        data, armour = files.get(path, b''), files.get(path + '.sig', b'')
        p = check_statement(path, index, canonical(data), context) if data and armour else 'E_STATEMENT'
        chain, before = before, hashlib.sha256(data + armour).hexdigest()
        if isinstance(p, str): codes.add(p); continue
        if p['previousApproval'] != chain: codes.add('E_CHAIN')
        read = signature_key(armour)
        if not read or not ssh_keygen_accepts(read[0], read[1], data, armour): codes.add('E_SIGNATURE'); continue
        kind, key, blob = read
        if kind.startswith('sk-') and not blob[-5] & 1: codes.add('E_PRESENCE'); continue
        signer = next((s for s in trust['signers'] if s['key'].split()[:2] == [kind, key]), None)
        if not signer: codes.add('E_UNKNOWN_KEY')
        elif signer['id'] != p['signer']: codes.add('E_SIGNER')
        elif p['role'] not in signer['roles']: codes.add('E_ROLE')
        else: good.append((p['decision'], key, signer['person'], p['role']))
    if before is None: codes.add('E_UNSIGNED')
    counted = good[:1]
    for one in good[1:]:
        mates = counted[policy['solo']:]
        if all(one[1] != other[1] and one[2] != other[2] for other in mates): counted.append(one)
    needed = max(policy['approvals'], trust.get('minimumApprovals', 0))
    one_role = needed > 1 and len({each[3] for each in counted[1:]}) < 2
    if not good or good[0][0] != 'prepare' or len(counted) - 1 < needed or one_role: codes.add('E_APPROVALS')
    if policy['demo']: codes.add('E_DEMO')


def root(leaves):
    """RFC 9162, section 2.1.1."""
    if len(leaves) < 2: return leaves[0] if leaves else sha(b'')
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha(b'\x01' + root(leaves[:half]) + root(leaves[half:]))


def check_ledger(files, context, codes):
    """The leaves end with this release, and their root is the one the checkpoint names and its key signed."""
    place, present = context['place'], LEDGER & files.keys()
    if place is None: return codes.add('E_EXTRA_FILE') if present else None
    note = re.fullmatch(rb'(([^\n]+)\n(\d+)\n([^\n]+)\n)\n\xe2\x80\x94 ([^ \n]+) ([^ \n]+)\n', files.get('ledger/checkpoint.txt', b''))
    lines = files.get('ledger/leaves.txt', b'')
    try:
        text, origin, size, shown, name, signature = note.groups()
        leaves = [bytes.fromhex(line) for line in lines.decode().split('\n')[:-1]]
        told = ''.join(f'{leaf.hex()}\n' for leaf in leaves).encode()
        own = json.dumps({'kind': 'release', 'releaseDigest': context['digest'], 'releaseId': context['id'], 'sequence': place['sequence']},
                         separators=(',', ':')).encode()
        fits = told == lines and origin == name == place['origin'].encode() and int(size) == len(leaves) == place['sequence'] + 1
        fits &= leaves[-1] == sha(b'\x00freigabe-leaf-v1\n' + own) and root(leaves[:-1]).hex() == place['previousRoot']
        fits &= base64.b64encode(root(leaves)) == shown
        raw = base64.b64decode(signature, validate=True)
        fits &= base64.b64encode(raw) == signature and len(raw) == 68
    except (AttributeError, ValueError, IndexError):
        fits = False
    if not fits: return codes.add('E_LEDGER')
    key = context['ledgerKeys'].get(place['origin'])
    if key and not note_holds(bytes.fromhex(key), text, raw, origin): codes.add('E_LEDGER_KEY')


def note_holds(key, text, raw, origin):
    """C2SP signed-note: a key id of four bytes, and Ed25519 over the text, here by OpenSSL."""
    if sha(origin + b'\n\x01' + key)[:4] != raw[:4]: return False
    with tempfile.NamedTemporaryFile() as der, tempfile.NamedTemporaryFile() as signature, tempfile.NamedTemporaryFile() as message:
        for file, data in ((der, bytes.fromhex('302a300506032b6570032100') + key), (signature, raw[4:]), (message, text)):
            file.write(data), file.flush()
        command = ['openssl', 'pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', der.name, '-rawin', '-in', message.name]
        return subprocess.run([*command, '-sigfile', signature.name], capture_output=True).returncode == 0


def check_release(files, release, codes):
    """Release record, bag and recipe agree; every JSON file is canonical."""
    wrong = [n for n, data in files.items() if n.endswith(('.json', '.geojson')) and not APPROVAL.match(n) and canonical(data) is None]
    if wrong: codes.add('E_SCHEMA'); return
    recipe = canonical(files['data/recipe/recipe.json'])
    payload = [data for n, data in files.items() if n.startswith('data/')]
    tables = [files[f'data/tables/{p}.csv'] for p in recipe['products']]
    identity = sha(b''.join(sha(data) for data in [files['data/recipe/recipe.json'], *tables])).hex()[:8]
    bag = [f"Source-Organization: {release['organisation']}", f"External-Identifier: {release['id']}",
           f"Bagging-Date: {recipe['releaseDate']}", f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}", '']
    fits = files['bag-info.txt'] == '\n'.join(bag).encode() and release['id'] == f"freigabe-{recipe['releaseDate']}-{identity}"
    fits &= files['bagit.txt'] == b'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
    if not fits or any(release[k] != recipe[k] for k in ('title', 'products', 'timeBin', 'timeZone', 'terms')): codes.add('E_RELEASE')


def verify(data, trust, ledger_keys):
    codes, digest = set(), None
    try:
        files = unpack(data, codes)
        check_files(files, codes)
        digest = sha(files.get('tagmanifest-sha256.txt', b'')).hex()
        if codes - {'E_CHECKSUM'}: raise Rejected
        release, policy = canonical(files['release.json']), canonical(files['data/recipe/policy.json'])
        if not release or not policy: codes.add('E_SCHEMA'); raise Rejected
        context = {'digest': digest, 'id': release['id'], 'place': release['ledger'], 'trust': trust, 'policy': policy, 'ledgerKeys': ledger_keys}
        check_release(files, release, codes)
        check_approvals(files, context, codes)
        check_ledger(files, context, codes)
    except Rejected:
        pass
    outcome = 'release' if not codes else 'prepared' if codes == {'E_APPROVALS'} else 'rejected'
    return {'outcome': outcome, 'codes': sorted(codes), 'digest': digest}


def main(words):
    arguments = argparse.ArgumentParser()
    arguments.add_argument('bundle'), arguments.add_argument('--trust', required=True), arguments.add_argument('--ledger-key', action='append', default=[])
    given = arguments.parse_args(words)
    with open(given.bundle, 'rb') as bundle, open(given.trust, 'rb') as trust:
        return verify(bundle.read(), json.load(trust), dict(pair.split('=', 1) for pair in given.ledger_key))


if __name__ == '__main__':
    result = main(sys.argv[1:])
    print(json.dumps(result))
    sys.exit(0 if result['outcome'] == 'release' else 1)
