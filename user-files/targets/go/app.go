// The contract of ../README.md with net/http: app <port>.
package main

import (
	"bytes"
	"io"
	"log"
	"math/rand"
	"net/http"
	"os"
	"strconv"
	"time"
)

var pages = map[string][]byte{
	"1":   bytes.Repeat([]byte("0123456789"), 10),
	"200": bytes.Repeat([]byte("0123456789"), 20_480),
}

func text(w http.ResponseWriter, body []byte) {
	w.Header().Set("Content-Type", "text/plain")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.Write(body)
}

func hello(w http.ResponseWriter, r *http.Request) {
	page, ok := pages[r.URL.Query().Get("page")]
	if !ok {
		http.Error(w, "page is 1 or 200", http.StatusBadRequest)
		return
	}
	text(w, page)
}

func delay(w http.ResponseWriter, r *http.Request) {
	low, err := time.ParseDuration(r.URL.Query().Get("min"))
	high, err2 := time.ParseDuration(r.URL.Query().Get("max"))
	if err != nil || err2 != nil || high < low {
		http.Error(w, "min and max are durations", http.StatusBadRequest)
		return
	}
	time.Sleep(low + time.Duration(rand.Int63n(int64(high-low)+1)))
	text(w, pages["1"])
}

func report(w http.ResponseWriter, r *http.Request) {
	io.Copy(io.Discard, r.Body)
	w.WriteHeader(http.StatusNoContent)
}

func health(w http.ResponseWriter, r *http.Request) {
	text(w, []byte("ok"))
}

func main() {
	http.HandleFunc("/hello", hello)
	http.HandleFunc("/delay", delay)
	http.HandleFunc("/report", report)
	http.HandleFunc("/health", health)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], nil))
}
