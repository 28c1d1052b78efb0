"""Prints every frame that arrives at one interface: first `ready`, then one line of hexadecimal digits a frame."""

import socket
import sys

ETH_P_ALL = 3

link = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
link.bind((sys.argv[1], 0))
print("ready", flush=True)
while True:
    frame, address = link.recvfrom(65535)
    if address[2] != socket.PACKET_OUTGOING:
        print(frame[:512].hex(), flush=True)
