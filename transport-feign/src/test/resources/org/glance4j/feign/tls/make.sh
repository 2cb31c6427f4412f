#!/bin/sh
# Makes the certificates and keys that the tests of TLS use, with OpenSSL 3, valid for a hundred years. They open nothing.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export work

cat > "$work/ca.cnf" <<'CNF'
[ca]
default_ca = test
[test]
dir = $ENV::work
new_certs_dir = $dir
database = $dir/index
serial = $dir/serial
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
CNF
: > "$work/index"
echo 1000 > "$work/serial"

key() { # name, algorithm options
    name=$1
    shift
    openssl genpkey "$@" -out "$work/$name.key"
}

request() { # name, subject's name, further options
    name=$1 subject=$2
    shift 2
    openssl req -new -key "$work/$name.key" -subj "/CN=$subject" -out "$work/$name.csr" "$@"
}

sign() { # name, authority, start, end
    openssl ca -batch -notext -config "$work/ca.cnf" -cert "$work/$2.pem" -keyfile "$work/$2.key" \
        -startdate "$3" -enddate "$4" -in "$work/$1.csr" -out "$work/$1.pem" 2>/dev/null
}

authority() { # name
    key "$1" -algorithm EC -pkeyopt ec_paramgen_curve:P-256
    openssl req -x509 -new -key "$work/$1.key" -subj "/CN=glance4j test authority $1" -days 36500 -out "$work/$1.pem"
}

FROM=20200101000000Z
TO=21200101000000Z
EC="-algorithm EC -pkeyopt ec_paramgen_curve:P-256"
HERE=subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1

authority root
authority other

key between $EC
request between "glance4j test authority between" -addext basicConstraints=critical,CA:true
sign between root $FROM $TO

key server $EC
request server localhost -addext $HERE
sign server root $FROM $TO

key wronghost $EC
request wronghost elsewhere -addext subjectAltName=DNS:elsewhere.example
sign wronghost root $FROM $TO

key expired $EC
request expired localhost -addext $HERE
sign expired root 20000101000000Z 20010101000000Z

key client-rsa -algorithm RSA -pkeyopt rsa_keygen_bits:2048
key client-ec $EC
key client-ed -algorithm ED25519
for kind in rsa ec ed; do
    request client-$kind "client $kind"
    sign client-$kind between $FROM $TO
    cat "$work/client-$kind.pem" "$work/between.pem" > client-$kind.pem
    cp "$work/client-$kind.key" client-$kind.key
done
openssl rsa -in client-rsa.key -traditional -out client-rsa-pkcs1.key 2>/dev/null
openssl ec -in client-ec.key -out client-ec-sec1.key 2>/dev/null
openssl pkcs8 -topk8 -in client-ec.key -passout pass:secret -out client-ec-encrypted.key
openssl rsa -in client-rsa.key -traditional -aes128 -passout pass:secret -out client-rsa-encrypted.key 2>/dev/null
openssl x509 -in client-ec.pem -outform der -out client-ec.der

for name in server wronghost expired; do
    cat "$work/$name.pem" "$work/$name.key" > $name.pem
done
{
    echo "Two authorities: what is no block is a comment, as bundles have it."
    cat "$work/other.pem"
    echo "# the tests' own"
    cat "$work/root.pem"
} > authorities.pem
cp "$work/root.pem" root.pem
cp "$work/other.pem" other.pem
